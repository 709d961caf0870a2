import { useSyncExternalStore } from 'react';
import type { LazyModule } from '../lazyModule.ts';

/** The module once it has arrived; does not ask for it. */
export function useLazyModule<Module>({ subscribe, now }: LazyModule<Module>): Module | undefined {
  return useSyncExternalStore(subscribe, now, () => undefined);
}
