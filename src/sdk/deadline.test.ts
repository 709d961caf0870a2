import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { withDeadline } from './deadline.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const late = () => new Error('late');
const never = () => new Promise<never>(() => {});

/** Node tells of a rejection that nobody handled once the microtasks are done. */
async function unhandledAfter(act: () => Promise<unknown>): Promise<unknown[]> {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  onTestFinished(() => {
    process.off('unhandledRejection', note);
  });
  await act();
  await new Promise((done) => setImmediate(done));
  return unhandled;
}

test('R-22: settles at the deadline though the work ignores its signal, and tells the work', async () => {
  let seen: AbortSignal | undefined;
  const work = (signal: AbortSignal) => {
    seen = signal;
    return never();
  };
  const outcome = expect(withDeadline(work, 5_000, late)).rejects.toThrow('late');
  await vi.advanceTimersByTimeAsync(4_999);
  expect(seen?.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await outcome;
  expect(seen?.aborted).toBe(true);
});

test('R-33: work that fails after the deadline leaves no unhandled rejection', async () => {
  let failWork = (_: unknown) => {};
  const work = () =>
    new Promise<never>((_, reject) => {
      failWork = reject;
    });
  const unhandled = await unhandledAfter(async () => {
    const outcome = expect(withDeadline(work, 5_000, late)).rejects.toThrow('late');
    await vi.advanceTimersByTimeAsync(5_000);
    await outcome;
    failWork(new Error('too late'));
  });
  expect(unhandled).toEqual([]);
});

test('R-28: work that succeeds after the caller gave up changes nothing', async () => {
  const caller = new AbortController();
  let finish = (_: string) => {};
  const work = () =>
    new Promise<string>((resolve) => {
      finish = resolve;
    });
  const call = withDeadline(work, 5_000, late, caller.signal);
  caller.abort('gone');
  finish('done');
  await expect(call).rejects.toBe('gone');
});

test('R-29: an abort before the call means that the work is not begun', async () => {
  const work = vi.fn(never);
  const reason = new Error('left the page');
  await expect(withDeadline(work, 5_000, late, AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(work).not.toHaveBeenCalled();
});

test.each<[string, () => Promise<unknown>]>([
  ['success', async () => 'done'],
  ['failure', async () => Promise.reject(new Error('failed'))],
  ['synchronous failure', () => Promise.resolve().then(() => JSON.parse('{'))],
])('R-29: after a %s no timer and no listener on the caller’s signal is left', async (_, work) => {
  const { signal } = new AbortController();
  for (let i = 0; i < 20; i += 1) await withDeadline(work, 5_000, late, signal).catch(() => {});
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('R-29: after a timeout or an abort no listener is left either', async () => {
  const caller = new AbortController();
  const outcome = expect(withDeadline(never, 5_000, late, caller.signal)).rejects.toThrow('late');
  await vi.advanceTimersByTimeAsync(5_000);
  await outcome;
  expect(getEventListeners(caller.signal, 'abort')).toEqual([]);
  const aborted = expect(withDeadline(never, 5_000, late, caller.signal)).rejects.toBe('gone');
  caller.abort('gone');
  await aborted;
  expect(getEventListeners(caller.signal, 'abort')).toEqual([]);
});
