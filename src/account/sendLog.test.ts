import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createSendLog } from './sendLog.ts';

const CHINA = '+8613900139000';
const BRITAIN = '+447975556677';

function fakeClocks(wall = 1_700_000_000_000, monotonic = 5_000) {
  const now = { wall, monotonic };
  return {
    now,
    clocks: { wall: () => now.wall, monotonic: () => now.monotonic },
    pass(ms: number) {
      now.wall += ms;
      now.monotonic += ms;
    },
  };
}

function fakeStorage(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}

describe('the wait before another code', () => {
  it('R-02 counts down for the number that a code went to, and for no other', () => {
    const time = fakeClocks();
    const log = createSendLog(fakeStorage, time.clocks);
    log.record('bind', CHINA, 'sent', 60_000);
    time.pass(17_400);
    expect(log.look('bind', CHINA).secondsLeft).toBe(43);
    expect(log.look('bind', BRITAIN).secondsLeft).toBe(0);
    expect(log.look('unbind', CHINA).secondsLeft).toBe(0);
    time.pass(42_600);
    expect(log.look('bind', CHINA).secondsLeft).toBe(0);
    expect(log.look('bind', CHINA).state).toBe('sent');
  });

  it('F86 survives a reload', () => {
    const time = fakeClocks();
    const storage = fakeStorage();
    createSendLog(() => storage, time.clocks).record('bind', CHINA, 'sent', 60_000);
    time.pass(10_000);
    time.now.monotonic = 30;
    const reloaded = createSendLog(() => storage, time.clocks);
    expect(reloaded.look('bind', CHINA).secondsLeft).toBe(50);
    time.pass(20_000);
    expect(reloaded.look('bind', CHINA).secondsLeft).toBe(30);
  });

  it('F83 holds in a second tab that was open already', () => {
    const time = fakeClocks();
    const storage = fakeStorage();
    const [first, second] = [1, 2].map(() => createSendLog(() => storage, time.clocks));
    expect(second?.look('bind', CHINA).secondsLeft).toBe(0);
    first?.record('bind', CHINA, 'sent', 60_000);
    expect(second?.look('bind', CHINA).secondsLeft).toBe(60);
    second?.record('bind', BRITAIN, 'sent', 60_000);
    expect(first?.look('bind', CHINA).secondsLeft).toBe(60);
    expect(first?.look('bind', BRITAIN).secondsLeft).toBe(60);
  });

  it('F80 is over after a sleep in which only the wall clock ran', () => {
    const time = fakeClocks();
    const log = createSendLog(fakeStorage, time.clocks);
    log.record('bind', CHINA, 'sent', 60_000);
    time.now.wall += 10 * 60_000 - 1;
    expect(log.look('bind', CHINA).secondsLeft).toBe(0);
  });

  it('F79 never grows when the clock is set back', () => {
    const time = fakeClocks();
    const log = createSendLog(fakeStorage, time.clocks);
    log.record('bind', CHINA, 'sent', 60_000);
    time.now.wall -= 3_600_000;
    time.now.monotonic += 5_000;
    expect(log.look('bind', CHINA).secondsLeft).toBe(55);
  });

  it('R-02 is heard of from another tab, also when the clock was set back in between', () => {
    const time = fakeClocks();
    const storage = fakeStorage();
    const first = createSendLog(() => storage, time.clocks);
    const second = createSendLog(() => storage, time.clocks);
    first.record('bind', CHINA, 'sent', 60_000);
    expect(second.look('bind', CHINA).secondsLeft).toBe(60);
    time.pass(61_000);
    time.now.wall -= 3_600_000;
    second.record('bind', CHINA, 'sent', 60_000);
    expect(first.look('bind', CHINA).secondsLeft).toBe(60);
  });

  it('F20 is what a refusal asks for, also long after a code and whatever the clock does', () => {
    const time = fakeClocks();
    const log = createSendLog(fakeStorage, time.clocks);
    log.record('bind', CHINA, 'sent', 60_000);
    time.pass(10 * 60_000 - 5_000);
    log.record('bind', CHINA, 'refused', 30_000);
    time.pass(10_000);
    expect(log.look('bind', CHINA)).toMatchObject({ state: undefined, secondsLeft: 20 });
    time.now.wall -= 9 * 60_000;
    expect(log.look('bind', CHINA).secondsLeft).toBe(20);
  });

  it('I9 claims no code where there was only a refusal', () => {
    const log = createSendLog(fakeStorage, fakeClocks().clocks);
    log.record('bind', CHINA, 'refused', 30_000);
    expect(log.look('bind', CHINA)).toMatchObject({ state: undefined, isNewest: false });
  });

  it('F78 F79 stays between nothing and the whole wait, whatever both clocks do and however often the page reloads', () => {
    const step = fc.record({
      wall: fc.integer({ min: -1e9, max: 1e9 }),
      monotonic: fc.integer({ min: 0, max: 1e7 }),
      reloads: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120_000 }), fc.array(step), (waitMs, steps) => {
        const time = fakeClocks();
        const storage = fakeStorage();
        let log = createSendLog(() => storage, time.clocks);
        log.record('bind', CHINA, 'sent', waitMs);
        for (const { wall, monotonic, reloads } of steps) {
          time.now.wall += wall;
          time.now.monotonic = reloads ? 0 : time.now.monotonic + monotonic;
          if (reloads) log = createSendLog(() => storage, time.clocks);
          const left = log.look('bind', CHINA).secondsLeft;
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left).toBeLessThanOrEqual(Math.ceil(waitMs / 1_000));
        }
      }),
    );
  });
});

describe('what is stored', () => {
  it('R-32 names no number', () => {
    const storage = fakeStorage();
    createSendLog(() => storage, fakeClocks().clocks).record('bind', CHINA, 'sent', 60_000);
    const texts = Array.from({ length: storage.length }, (_, index) => {
      const key = storage.key(index) ?? '';
      return key + storage.getItem(key);
    });
    expect(texts.join()).not.toContain('139001');
  });

  it('R-32 is forgotten after ten minutes, and when the phone is bound', () => {
    const time = fakeClocks();
    const storage = fakeStorage();
    const log = createSendLog(() => storage, time.clocks);
    log.record('bind', CHINA, 'sent', 60_000);
    time.pass(10 * 60_000);
    expect(log.look('bind', CHINA).state).toBeUndefined();
    log.record('bind', BRITAIN, 'sent', 60_000);
    log.clear('bind');
    expect(log.look('bind', BRITAIN).state).toBeUndefined();
    expect(createSendLog(() => storage, time.clocks).look('bind', BRITAIN).state).toBeUndefined();
  });

  it.each([
    ['not JSON', '{'],
    ['null', 'null'],
    ['a list', '[1]'],
    ['another shape', '{"bind x":{"state":"sent","sentAt":"now","waitMs":-1}}'],
    ['null inside', '{"bind x":null}'],
  ])('F105 may be %s: the page goes on, and forgets nothing that it knows', (_, text) => {
    const storage = fakeStorage();
    const log = createSendLog(() => storage, fakeClocks().clocks);
    log.record('bind', CHINA, 'sent', 60_000);
    storage.setItem('genauth-account-widget.sends.v1', text);
    expect(log.look('bind', CHINA).secondsLeft).toBe(60);
  });

  it.each<[string, () => Storage | undefined]>([
    ['absent', () => undefined],
    [
      'blocked',
      () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    ],
    [
      'full',
      () => ({
        ...fakeStorage(),
        setItem: () => {
          throw new DOMException('Quota', 'QuotaExceededError');
        },
      }),
    ],
  ])('R-31 may be %s: the wait holds in this page', (_, storage) => {
    const time = fakeClocks();
    const log = createSendLog(storage, time.clocks);
    log.record('bind', CHINA, 'maybe', 10_000);
    time.pass(4_000);
    expect(log.look('bind', CHINA).secondsLeft).toBe(6);
    expect(log.look('bind', CHINA).state).toBe('maybe');
  });
});

it('R-29 keeps no timer when nobody looks or nothing is waited for', () => {
  vi.useFakeTimers();
  try {
    const time = fakeClocks();
    const log = createSendLog(fakeStorage, time.clocks);
    const listener = vi.fn();
    const unsubscribe = log.subscribe(listener);
    expect(vi.getTimerCount()).toBe(0);
    log.record('bind', CHINA, 'sent', 1_000);
    expect(vi.getTimerCount()).toBe(1);
    time.pass(20_000);
    vi.advanceTimersByTime(1_000);
    expect(listener).toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
    log.record('bind', CHINA, 'sent', 1_000);
    unsubscribe();
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

describe('too many wrong codes', () => {
  it('R-11 stop the tries for a contact, over a reload and in every tab, until the time is over', () => {
    const time = fakeClocks();
    const storage = fakeStorage();
    const log = createSendLog(() => storage, time.clocks);
    const tab = createSendLog(() => storage, time.clocks);
    log.record('bind', CHINA, 'sent');
    time.pass(1_000);
    log.record('bind', CHINA, 'stopped', 120_000);
    const reloaded = createSendLog(() => storage, time.clocks);
    for (const each of [log, tab, reloaded]) {
      expect(each.look('bind', CHINA).secondsToTry).toBe(120);
      expect(each.look('bind', BRITAIN).secondsToTry).toBe(0);
      expect(each.look('unbind', CHINA).secondsToTry).toBe(0);
      // What was sent is as it was.
      expect(each.look('bind', CHINA)).toMatchObject({
        state: 'sent',
        isNewest: true,
        secondsLeft: 59,
      });
    }
    time.pass(120_000);
    for (const each of [log, tab, reloaded]) {
      expect(each.look('bind', CHINA).secondsToTry).toBe(0);
    }
  });

  it('R-11 are those of one code: another ends the stop, one that may be on its way does not', () => {
    const time = fakeClocks();
    const storage = fakeStorage();
    const log = createSendLog(() => storage, time.clocks);
    log.record('bind', CHINA, 'stopped', 300_000);
    log.record('bind', CHINA, 'maybe', 1_000);
    const tab = createSendLog(() => storage, time.clocks);
    for (const each of [log, tab]) expect(each.look('bind', CHINA).secondsToTry).toBe(300);
    time.pass(16_000);
    log.record('bind', CHINA, 'sent');
    const reloaded = createSendLog(() => storage, time.clocks);
    for (const each of [log, tab, reloaded]) {
      expect(each.look('bind', CHINA).secondsToTry).toBe(0);
    }
  });

  it('R-32 leave a hash and a deadline in storage', () => {
    const storage = fakeStorage();
    createSendLog(() => storage, fakeClocks().clocks).record('bind', CHINA, 'stopped', 60_000);
    const stored: object = JSON.parse(storage.getItem('genauth-account-widget.sends.v2') ?? '');
    const [[key = '', value] = []] = Object.entries(stored);
    expect(key).toMatch(/^bind [0-9a-z]{1,7} stopped$/);
    expect(value).toEqual({
      state: 'stopped',
      sentAt: 1_700_000_000_000,
      waitMs: 60_000,
      count: 0,
    });
  });
});

describe('several codes', () => {
  function sendLogWithTime() {
    const time = fakeClocks();
    return { ...time, log: createSendLog(fakeStorage, time.clocks) };
  }

  it('R-03 are waited for longer each time: one minute, two, five, five', () => {
    const { log, pass } = sendLogWithTime();
    const waits = [1, 2, 3, 4].map(() => {
      log.record('bind', CHINA, 'sent');
      const { secondsLeft } = log.look('bind', CHINA);
      pass(secondsLeft * 1_000);
      return secondsLeft;
    });
    expect(waits).toEqual([60, 120, 300, 300]);
    expect(log.look('bind', CHINA)).toMatchObject({ secondsLeft: 0, isExhausted: false });
  });

  it('R-03 end with the fifth, whomever they went to, until ten minutes later or a success', () => {
    const { log, pass } = sendLogWithTime();
    for (const to of [CHINA, BRITAIN, CHINA, BRITAIN]) log.record('bind', to, 'sent');
    expect(log.look('bind', BRITAIN).isExhausted).toBe(false);
    log.record('bind', CHINA, 'sent');
    expect(log.look('bind', CHINA).isExhausted).toBe(true);
    expect(log.look('bind', '+12025550123').isExhausted).toBe(true);
    expect(log.look('unbind', CHINA).isExhausted).toBe(false);
    pass(10 * 60_000);
    expect(log.look('bind', CHINA).isExhausted).toBe(false);
    for (let count = 0; count < 5; count++) log.record('bind', CHINA, 'sent');
    log.clear('bind');
    expect(log.look('bind', CHINA).isExhausted).toBe(false);
  });

  it('R-03 count only where one was surely sent', () => {
    const { log } = sendLogWithTime();
    for (let count = 0; count < 9; count++) {
      log.record('bind', CHINA, 'maybe', 1_000);
      log.record('bind', BRITAIN, 'refused', 1_000);
    }
    expect(log.look('bind', CHINA).isExhausted).toBe(false);
    log.record('bind', CHINA, 'sent');
    expect(log.look('bind', CHINA).secondsLeft).toBe(60);
  });

  it('R-03 tell whoever looks on when the stop is over', () => {
    vi.useFakeTimers();
    try {
      const { log, pass } = sendLogWithTime();
      const seen: boolean[] = [];
      for (let count = 0; count < 5; count++) log.record('bind', CHINA, 'sent');
      const unsubscribe = log.subscribe(() => seen.push(log.look('bind', CHINA).isExhausted));
      pass(10 * 60_000 - 1);
      vi.advanceTimersByTime(1_000);
      expect(seen.at(-1)).toBe(true);
      pass(1);
      vi.advanceTimersByTime(1_000);
      expect(seen.at(-1)).toBe(false);
      expect(vi.getTimerCount()).toBe(0);
      unsubscribe();
    } finally {
      vi.useRealTimers();
    }
  });

  it('R-08 only the newest belongs to the number that it went to', () => {
    const { log, pass } = sendLogWithTime();
    log.record('bind', CHINA, 'sent');
    expect(log.look('bind', CHINA).isNewest).toBe(true);
    expect(log.look('bind', BRITAIN).isNewest).toBe(false);
    pass(1);
    log.record('bind', BRITAIN, 'maybe', 10_000);
    expect(log.look('bind', CHINA)).toMatchObject({ state: 'sent', isNewest: false });
    expect(log.look('bind', BRITAIN)).toMatchObject({ state: 'maybe', isNewest: true });
  });

  it('R-08 a refusal takes nothing back and makes nothing newer: it only lengthens the wait', () => {
    const { log, pass } = sendLogWithTime();
    log.record('bind', CHINA, 'sent');
    pass(61_000);
    log.record('bind', CHINA, 'refused', 30_000);
    expect(log.look('bind', CHINA)).toMatchObject({ state: 'sent', secondsLeft: 30 });
    pass(1);
    log.record('bind', BRITAIN, 'refused', 5_000);
    expect(log.look('bind', BRITAIN)).toMatchObject({ state: undefined, secondsLeft: 5 });
    expect(log.look('bind', CHINA)).toMatchObject({ state: 'sent', isNewest: true });
  });

  it('is the same at every look, also of two that another tab sent at once, while the clocks go on', () => {
    const storage = fakeStorage();
    const other = createSendLog(() => storage, fakeClocks().clocks);
    other.record('bind', CHINA, 'sent', 60_000);
    other.record('bind', BRITAIN, 'sent', 60_000);
    const { now } = fakeClocks();
    let reads = 0;
    const monotonic = () => {
      reads += 1;
      now.monotonic += (reads ** 2 % 11) / 1_000;
      return now.monotonic;
    };
    const log = createSendLog(() => storage, { wall: () => now.wall, monotonic });
    for (const to of [CHINA, BRITAIN]) {
      const first = log.look('bind', to);
      for (let look = 0; look < 50; look++) expect(log.look('bind', to)).toBe(first);
    }
  });

  it('are late after twenty seconds, each of them', () => {
    const { log, pass } = sendLogWithTime();
    expect(log.look('bind', CHINA).isLate).toBe(false);
    log.record('bind', CHINA, 'sent');
    pass(19_999);
    expect(log.look('bind', CHINA).isLate).toBe(false);
    pass(1);
    expect(log.look('bind', CHINA).isLate).toBe(true);
    log.record('bind', CHINA, 'sent');
    expect(log.look('bind', CHINA).isLate).toBe(false);
  });

  it('look the same object as long as nothing changes, so that nothing is rendered for nothing', () => {
    const { log, pass } = sendLogWithTime();
    log.record('bind', CHINA, 'sent');
    pass(1);
    const before = log.look('bind', CHINA);
    log.look('bind', BRITAIN);
    pass(500);
    expect(log.look('bind', CHINA)).toBe(before);
    pass(500);
    expect(log.look('bind', CHINA)).not.toBe(before);
  });
});
