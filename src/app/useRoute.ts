import { useMemo, useSyncExternalStore } from 'react';
import { type Route, readRoute } from './route.ts';

/** The screen that the address names. */
export function useRoute(allowedOrigins: readonly string[]): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => readRoute(hash, allowedOrigins), [hash, allowedOrigins]);
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
