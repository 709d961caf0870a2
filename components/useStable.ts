import { useLayoutEffect, useRef, useState } from 'react';

/** One function for good that calls the newest: for listeners that are added once. */
export function useStable<Args extends unknown[]>(newest: (...args: Args) => void) {
  const latest = useRef(newest);
  useLayoutEffect(() => {
    latest.current = newest;
  });
  const [stable] = useState(
    () =>
      (...args: Args) =>
        latest.current(...args),
  );
  return stable;
}
