import { useSyncExternalStore } from 'react';
import { bindFlowModule } from './bindFlowModule.ts';
import type { Purpose, SendState } from './sendLog.ts';
import { useLazyModule } from './useLazyModule.ts';

const subscribeToNothing = () => () => {};

/** What is known of codes sent to a contact: whether there was one, and the seconds until the next may be asked for. */
export function useSend(
  purpose: Purpose,
  to: string | undefined,
): { state: SendState | undefined; secondsLeft: number } {
  const log = useLazyModule(bindFlowModule)?.sendLog;
  const subscribe = log?.subscribe ?? subscribeToNothing;
  const state = useSyncExternalStore(
    subscribe,
    () => (to === undefined ? undefined : log?.stateOf(purpose, to)),
    () => undefined,
  );
  const secondsLeft = useSyncExternalStore(
    subscribe,
    () => (to === undefined ? 0 : (log?.secondsLeft(purpose, to) ?? 0)),
    () => 0,
  );
  return { state, secondsLeft };
}
