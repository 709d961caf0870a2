/**
 * Runs `work` with a signal that ends at the deadline or when the caller aborts.
 * Settles on time even if `work` ignores the signal, as a host's own `fetch` may.
 */
export function withDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  timeoutMs: number,
  onTimeout: () => Error,
  callerSignal?: AbortSignal,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const controller = new AbortController();
    const release = () => {
      clearTimeout(timer);
      callerSignal?.removeEventListener('abort', onAbort);
    };
    const giveUp = (reason: unknown) => {
      release();
      reject(reason);
      controller.abort(reason);
    };
    const onAbort = () => giveUp(callerSignal?.reason);
    const timer = setTimeout(() => giveUp(onTimeout()), timeoutMs);
    callerSignal?.addEventListener('abort', onAbort);
    if (callerSignal?.aborted) onAbort();
    else work(controller.signal).then(resolve, reject).finally(release);
  });
}
