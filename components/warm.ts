import type { LazyModule } from '../src/lazyModule.ts';

/** Fetches modules ahead of time. What fails now is tried again, and told, when it is needed. */
export function warm(modules: readonly Pick<LazyModule<unknown>, 'load'>[]): void {
  for (const module of modules) module.load().catch(() => undefined);
}
