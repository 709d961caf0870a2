/** Counts requests by the clock's seconds (contract, section 2.4); says whether this one is too many. */
export function createThrottle(limit: () => number, now: () => number): () => boolean {
  let second = -Infinity;
  let count = 0;
  return () => {
    const present = Math.floor(now() / 1000);
    count = present === second ? count + 1 : 1;
    second = present;
    return limit() > 0 && count > limit();
  };
}
