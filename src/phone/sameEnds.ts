/** How many characters two texts have in common at their beginning; no more than `most`. */
export function sameAtStart(a: string, b: string, most = Math.min(a.length, b.length)): number {
  let same = 0;
  while (same < most && a[same] === b[same]) same++;
  return same;
}

/** The same at their end. */
export function sameAtEnd(a: string, b: string, most = Math.min(a.length, b.length)): number {
  let same = 0;
  while (same < most && a.at(-1 - same) === b.at(-1 - same)) same++;
  return same;
}
