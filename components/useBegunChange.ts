import { useEffect, useState, useSyncExternalStore } from 'react';
import type { BegunChange } from '../src/account/begunChange.ts';
import { storedChange } from '../src/account/begunChangeStore.ts';
import { useLazyModule } from '../src/account/useLazyModule.ts';
import type { PresentContactUi } from './contactUi.ts';

const neverChanges = () => () => {};

/** A change that a reload has interrupted; `reading` until the code that knows is here. */
export function useBegunChange(
  { kind, flowModule }: PresentContactUi,
  current: string,
): BegunChange | undefined | 'reading' {
  const stored = useSyncExternalStore(
    neverChanges,
    () => storedChange(kind),
    () => null,
  );
  const flow = useLazyModule(flowModule);
  const [hasFailed, setFailed] = useState(false);
  const isAwaited = stored !== null && !flow && !hasFailed;
  useEffect(() => {
    if (isAwaited) flowModule.load().catch(() => setFailed(true));
  }, [isAwaited, flowModule]);
  return isAwaited ? 'reading' : flow?.recallChange(kind, current);
}
