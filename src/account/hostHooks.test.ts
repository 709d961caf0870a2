import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askHost } from './hostHooks.ts';

const FIVE_MINUTES = 5 * 60_000;

describe('asking the host', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('R-05 takes an answer, at once or later', async () => {
    const { signal } = new AbortController();
    expect(await askHost(() => false, signal)).toBe(false);
    expect(await askHost(async () => ({ captcha: 'x' }), signal)).toEqual({ captcha: 'x' });
  });

  it('F74 takes a throw for a rejection', async () => {
    const { signal } = new AbortController();
    const question = () => {
      throw new TypeError('host');
    };
    await expect(askHost(question, signal)).rejects.toThrow('host');
  });

  it('F74 has the patience for a person at a captcha, and no more', async () => {
    const { signal } = new AbortController();
    const onEnd = vi.fn();
    const asking = askHost(() => new Promise(() => {}), signal).finally(onEnd);
    asking.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(FIVE_MINUTES - 1);
    expect(onEnd).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await expect(asking).rejects.toThrow('did not answer');
  });

  it('ends with the signal, whatever the host does later', async () => {
    const controller = new AbortController();
    const reason = new Error('gone on');
    const later: ((answer: boolean) => void)[] = [];
    const asking = askHost(
      () => new Promise<boolean>((resolve) => later.push(resolve)),
      controller.signal,
    );
    await vi.advanceTimersByTimeAsync(0);
    controller.abort(reason);
    await expect(asking).rejects.toBe(reason);
    later[0]?.(true);
  });

  it('does not ask at all when it is over already', async () => {
    const question = vi.fn();
    await expect(askHost(question, AbortSignal.abort())).rejects.toThrow();
    expect(question).not.toHaveBeenCalled();
  });
});
