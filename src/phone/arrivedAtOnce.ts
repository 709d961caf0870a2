/** Whether a text came in one piece, by paste or autofill, rather than key by key; also for one that went so. */
export function arrivedAtOnce(before: string, after: string): boolean {
  return Math.abs(after.length - before.length) > 1;
}
