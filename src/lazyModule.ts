export interface LazyModule<Module> {
  /** Loads once; rejects when the module cannot be had, and tries again next time. */
  load: () => Promise<Module>;
  /** The module if it has arrived. */
  now: () => Module | undefined;
  /** Calls back when it arrives. */
  subscribe: (listener: () => void) => () => void;
}

/** A module that is fetched when it is first needed. */
export function lazyModule<Module>(fetchModule: () => Promise<Module>): LazyModule<Module> {
  const listeners = new Set<() => void>();
  let loading: Promise<Module> | undefined;
  let loaded: Module | undefined;
  return {
    load() {
      loading ??= fetchModule().then(
        (module) => {
          loaded = module;
          for (const listener of listeners) listener();
          return module;
        },
        (error: unknown) => {
          loading = undefined;
          throw error;
        },
      );
      return loading;
    },
    now: () => loaded,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
