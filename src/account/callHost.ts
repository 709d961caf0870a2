/** Calls a host's callback; one that throws or rejects is reported as the host's own error and changes nothing here. */
export function callHost<Args extends unknown[]>(
  callback: ((...args: Args) => unknown) | undefined,
  ...args: Args
): void {
  if (!callback) return;
  Promise.resolve()
    .then(() => callback(...args))
    .catch((error: unknown) => globalThis.reportError?.(error));
}
