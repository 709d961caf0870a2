import { readStored, type StoredSend, storageKey, writeStored } from './sendStorage.ts';

/** Why a code is sent. */
export type Purpose = 'bind' | 'changeOld' | 'changeNew' | 'unbind' | 'deleteAccount';

/** `maybe`: the request left and no usable answer came back, so a code may be on its way. */
export type SendState = 'sent' | 'maybe';

/** What is noted beside what was sent. `refused`: nothing was, and the server said how long to wait. `stopped`: it takes no code for now. */
export type WaitState = SendState | 'refused' | 'stopped';

interface Send extends StoredSend {
  /** Monotonic clock, for a wall clock that is set back. */
  startedAt: number;
}

/** What is known of the codes sent to one contact for one purpose. */
export interface SendView {
  /** Whether one was sent in the last ten minutes. */
  state: SendState | undefined;
  /** Until another may be asked for; 0 when it may. */
  secondsLeft: number;
  /** Until a code that was sent may be tried again; 0 when it may. */
  secondsToTry: number;
  /** Whether the newest code of this purpose went to this contact. */
  isNewest: boolean;
  /** Whether a message ought to have arrived by now. */
  isLate: boolean;
  /** Whether so many were sent for this purpose that another would hardly help. */
  isExhausted: boolean;
}

export interface Clocks {
  wall: () => number;
  monotonic: () => number;
}

export interface SendLog {
  /** Notes that a code was, or may have been, sent to a contact. Without a wait in milliseconds the usual one, which grows. */
  record(purpose: Purpose, to: string, state: WaitState, waitMs?: number): void;
  look(purpose: Purpose, to: string): SendView;
  /** Does something while no other tab does it for the same contact; two tabs that send at once would pay twice. */
  alone<T>(purpose: Purpose, to: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** Forgets everything that was sent for a purpose, or at all. */
  clear(purpose?: Purpose): void;
  /** Calls back when a second has passed and when another tab has sent. */
  subscribe(listener: () => void): () => void;
}

const REMEMBERED_MS = 10 * 60_000;
const LATE_MS = 20_000;
const MAX_SENT = 5;
/** One for every number that is looked at while it is typed. */
const MAX_VIEWS = 100;
/** After the first code to a contact, the second, and all others. The server's own is the first (contract, section 5.1). */
const WAITS_MS = [60_000, 120_000, 300_000] as const;

const systemClocks: Clocks = { wall: () => Date.now(), monotonic: () => performance.now() };

/**
 * Remembers to whom codes were sent: the wait before another is a deadline per purpose and contact, never a counter.
 * It survives remounts and reloads, and holds in every tab; without storage it holds in this page.
 */
export function createSendLog(
  storage: () => Storage | undefined = () => globalThis.localStorage,
  clocks: Clocks = systemClocks,
): SendLog {
  const sends = new Map<string, Send>();
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;

  const readClocks = () => ({ wall: clocks.wall(), monotonic: clocks.monotonic() });

  // A sleeping computer stops the monotonic clock and a person may set the wall clock: whichever has run further is right.
  function elapsed({ sentAt, startedAt }: Send, now = readClocks()): number {
    return Math.max(now.wall - sentAt, now.monotonic - startedAt, 0);
  }

  function left(send: Send | undefined, now = readClocks()): number {
    return send ? Math.max(send.waitMs - elapsed(send, now), 0) : 0;
  }

  function sendsFor(purpose: Purpose): Map<string, Send> {
    adoptStored();
    const found = [...sends].filter(([key]) => key.startsWith(`${purpose} `));
    for (const [key, send] of found) if (elapsed(send) >= REMEMBERED_MS) sends.delete(key);
    return new Map(found.filter(([key]) => sends.has(key)));
  }

  let adopted: string | undefined;
  function adoptStored(): void {
    const { text, stored } = readStored(storage);
    if (text === adopted) return;
    adopted = text;
    for (const [key, send] of Object.entries(stored)) {
      const known = sends.get(key);
      const age = Math.max(clocks.wall() - send.sentAt, 0);
      // By age: what another tab sent after the clock was set back bears an earlier time.
      if (known && known.sentAt !== send.sentAt && elapsed(known) <= age) continue;
      const isSame = known?.sentAt === send.sentAt;
      const startedAt = isSame ? known.startedAt : clocks.monotonic() - age;
      sends.set(key, { ...send, startedAt });
    }
  }

  function save(): void {
    const stored: Record<string, StoredSend> = {};
    for (const [key, send] of sends) {
      if (elapsed(send) >= REMEMBERED_MS) continue;
      const { startedAt: _, ...kept } = send;
      stored[key] = kept;
    }
    adopted = writeStored(storage, stored);
    notify();
  }

  function notify(): void {
    for (const listener of listeners) listener();
    const all = [...sends.values()];
    // After too many the wait is for them to be forgotten.
    const until = isMany(all) ? REMEMBERED_MS : LATE_MS;
    const isRunning = all.some((send) => elapsed(send) < Math.max(send.waitMs, until));
    if (isRunning && listeners.size > 0) timer ??= setInterval(notify, 250);
    else stopTimer();
  }

  function stopTimer(): void {
    clearInterval(timer);
    timer = undefined;
  }

  // Timers stand still in hidden and frozen pages; these are the moments at which they can be seen again.
  const EVENTS = ['storage', 'pageshow', 'focus', 'visibilitychange'] as const;
  function listen(): void {
    for (const event of EVENTS) eventTarget(event)?.addEventListener(event, notify);
    adoptStored();
    notify();
  }
  function unlisten(): void {
    for (const event of EVENTS) eventTarget(event)?.removeEventListener(event, notify);
    stopTimer();
  }

  /** One object as long as nothing changes, so that React may compare. */
  const views = new Map<string, SendView>();
  function sameView(key: string, view: SendView): SendView {
    const before = views.get(key);
    if (before && isEqual(before, view)) return before;
    views.delete(key);
    views.set(key, view);
    const [oldest] = views.keys();
    if (views.size > MAX_VIEWS && oldest !== undefined) views.delete(oldest);
    return view;
  }

  return {
    record(purpose, to, state, waitMs) {
      const sentKey = storageKey(storage, purpose, to);
      // Noted apart: neither takes back what was sent before it, nor makes it any newer.
      const isApart = state === 'refused' || state === 'stopped';
      const key = isApart ? keyBeside(sentKey, state) : sentKey;
      const before = sendsFor(purpose).get(key);
      const count = (before?.count ?? 0) + (state === 'sent' ? 1 : 0);
      // What another tab learns a moment later makes no wait shorter.
      const wait = Math.max(waitMs ?? usualWait(count), left(before));
      const now = { sentAt: clocks.wall(), startedAt: clocks.monotonic() };
      sends.set(key, { state, waitMs: wait, count, ...now });
      // Too many wrong tries were those of another code. Ended, not deleted: other tabs adopt what is there.
      const stopKey = keyBeside(sentKey, 'stopped');
      if (state === 'sent' && sends.has(stopKey)) {
        sends.set(stopKey, { state: 'stopped', waitMs: 0, count: 0, ...now });
      }
      save();
    },
    look(purpose, to) {
      const all = sendsFor(purpose);
      const key = storageKey(storage, purpose, to);
      const send = all.get(key);
      // Read once: the clocks would go on between two sends that are compared.
      const now = readClocks();
      const waitMs = Math.max(left(send, now), left(all.get(keyBeside(key, 'refused')), now));
      const sent = [...all.values()].filter(isSend);
      const state = send && isSend(send) ? send.state : undefined;
      const age = send ? elapsed(send, now) : 0;
      return sameView(key, {
        state,
        secondsLeft: Math.ceil(waitMs / 1_000),
        secondsToTry: Math.ceil(left(all.get(keyBeside(key, 'stopped')), now) / 1_000),
        isNewest: send !== undefined && sent.every((other) => elapsed(other, now) >= age),
        isLate: state !== undefined && age >= LATE_MS,
        isExhausted: isMany(sent),
      });
    },
    alone(purpose, to, signal, work) {
      // Missing outside secure contexts: the server's own lock is then what is left.
      const locks = globalThis.navigator?.locks;
      if (!locks) return work();
      const name = `genauth-account-widget ${storageKey(storage, purpose, to)}`;
      return locks.request(name, { signal }, work);
    },
    clear(purpose) {
      adoptStored();
      for (const key of sends.keys()) {
        if (purpose === undefined || key.startsWith(`${purpose} `)) sends.delete(key);
      }
      save();
    },
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) listen();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) unlisten();
      };
    },
  };
}

function isMany(sends: readonly Send[]): boolean {
  return sends.reduce((sum, { count }) => sum + count, 0) >= MAX_SENT;
}

function keyBeside(sentKey: string, state: 'refused' | 'stopped'): string {
  return `${sentKey} ${state}`;
}

function isSend(noted: Send): noted is Send & { state: SendState } {
  return noted.state === 'sent' || noted.state === 'maybe';
}

function usualWait(count: number): number {
  return WAITS_MS[Math.min(Math.max(count, 1), WAITS_MS.length) - 1] ?? WAITS_MS[0];
}

function isEqual(a: SendView, b: SendView): boolean {
  return (Object.keys(a) as (keyof SendView)[]).every((name) => a[name] === b[name]);
}

function eventTarget(event: string): EventTarget | undefined {
  return event === 'visibilitychange' ? globalThis.document : globalThis.window;
}

/** The page's own: two widgets on a page wait for the same minute. */
export const sendLog = createSendLog();
