import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useAccount } from './AccountContext.ts';

export interface Action<Name extends string> {
  /** Runs the work, unless some is running: then the gesture is dropped and the answer is `false`. */
  run: (name: Name, work: (signal: AbortSignal) => Promise<void>) => boolean;
  /** What is running. */
  running: Name | undefined;
  /** Ends what is running; its answer is for nobody any more. */
  cancel: () => void;
}

/** What every action is called in the mutation cache. */
export const ACTION_KEY = ['genauth', 'action'] as const;

/**
 * One call at a time, made by one gesture: never repeated, never queued for later, ended with the component.
 * The lock is a ref because two clicks can arrive before React renders once.
 */
export function useAction<Name extends string>(): Action<Name> {
  const { queryClient } = useAccount();
  const lock = useRef<AbortController>(undefined);
  // Not the mutation's own state, which a host's cache may keep pending after the work has shown how it ended.
  const [running, setRunning] = useState<Name>();

  const { mutate } = useMutation(
    {
      // The work is a function, so that neither a number nor a code is ever readable in the mutation cache.
      mutationFn: (work: () => Promise<void>) => work(),
      mutationKey: ACTION_KEY,
      // Said in full, because a host may pass its own client: one message per gesture holds under any defaults.
      networkMode: 'always',
      retry: false,
      gcTime: 0,
      throwOnError: true,
    },
    queryClient,
  );

  const cancel = useCallback(() => lock.current?.abort(), []);
  useEffect(() => cancel, [cancel]);

  const run = useCallback<Action<Name>['run']>(
    (name, work) => {
      if (lock.current) return false;
      const controller = new AbortController();
      lock.current = controller;
      const guarded = async () => {
        try {
          await work(controller.signal);
        } catch (error) {
          if (!controller.signal.aborted) throw error;
        } finally {
          lock.current = undefined;
          setRunning(undefined);
        }
      };
      setRunning(name);
      mutate(guarded);
      return true;
    },
    [mutate],
  );

  return { run, running, cancel };
}
