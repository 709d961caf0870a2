import { readStored, type StoredSend, storageKey, writeStored } from './sendStorage.ts';

/** Why a code is sent. */
export type Purpose = 'bind' | 'update' | 'unbind' | 'deleteAccount';

/** `maybe`: the request left and no usable answer came back, so a code may be on its way. */
export type SendState = 'sent' | 'maybe';

/** `refused`: nothing was sent, and the server said how long to wait. */
export type WaitState = SendState | 'refused';

interface Send {
  state: WaitState;
  waitMs: number;
  /** Wall clock, for other tabs and the next page load. */
  sentAt: number;
  /** Monotonic clock, for a wall clock that is set back. */
  startedAt: number;
}

export interface Clocks {
  wall: () => number;
  monotonic: () => number;
}

export interface SendLog {
  /** Notes that a code was, or may have been, sent to a contact, and how long to wait before another. */
  record(purpose: Purpose, to: string, state: WaitState, waitMs: number): void;
  /** Whether a code was sent there in the last ten minutes. */
  stateOf(purpose: Purpose, to: string): SendState | undefined;
  /** Seconds until another code may be asked for, 0 when it may. */
  secondsLeft(purpose: Purpose, to: string): number;
  /** Forgets everything that was sent for a purpose. */
  clear(purpose: Purpose): void;
  /** Calls back when a second has passed and when another tab has sent. */
  subscribe(listener: () => void): () => void;
}

const REMEMBERED_MS = 10 * 60_000;

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

  // A sleeping computer stops the monotonic clock and a person may set the wall clock: whichever has run further is right.
  function elapsed({ sentAt, startedAt }: Send): number {
    return Math.max(clocks.wall() - sentAt, clocks.monotonic() - startedAt, 0);
  }

  function find(purpose: Purpose, to: string): Send | undefined {
    adoptStored();
    const key = storageKey(storage, purpose, to);
    const send = sends.get(key);
    if (send && elapsed(send) > REMEMBERED_MS) sends.delete(key);
    return sends.get(key);
  }

  let adopted: string | undefined;
  function adoptStored(): void {
    const { text, stored } = readStored(storage);
    if (text === adopted) return;
    adopted = text;
    for (const [key, { state, waitMs, sentAt }] of Object.entries(stored)) {
      if ((sends.get(key)?.sentAt ?? -1) >= sentAt) continue;
      const age = Math.max(clocks.wall() - sentAt, 0);
      sends.set(key, { state, waitMs, sentAt, startedAt: clocks.monotonic() - age });
    }
  }

  function save(): void {
    const fresh = [...sends].filter(([, send]) => elapsed(send) <= REMEMBERED_MS);
    const stored: Record<string, StoredSend> = {};
    for (const [key, { state, waitMs, sentAt }] of fresh) stored[key] = { state, waitMs, sentAt };
    adopted = writeStored(storage, stored);
    notify();
  }

  function notify(): void {
    for (const listener of listeners) listener();
    const isWaiting = [...sends.values()].some((send) => elapsed(send) < send.waitMs);
    if (isWaiting && listeners.size > 0) timer ??= setInterval(notify, 250);
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

  return {
    record(purpose, to, state, waitMs) {
      const before = find(purpose, to)?.state;
      sends.set(storageKey(storage, purpose, to), {
        // A refusal does not take back what was sent before it.
        state: state === 'refused' ? (before ?? state) : state,
        waitMs,
        sentAt: clocks.wall(),
        startedAt: clocks.monotonic(),
      });
      save();
    },
    stateOf(purpose, to) {
      const state = find(purpose, to)?.state;
      return state === 'refused' ? undefined : state;
    },
    secondsLeft(purpose, to) {
      const send = find(purpose, to);
      return send ? Math.ceil(Math.max(send.waitMs - elapsed(send), 0) / 1_000) : 0;
    },
    clear(purpose) {
      adoptStored();
      for (const key of sends.keys()) if (key.startsWith(`${purpose} `)) sends.delete(key);
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

function eventTarget(event: string): EventTarget | undefined {
  return event === 'visibilitychange' ? globalThis.document : globalThis.window;
}

/** The page's own: two widgets on a page wait for the same minute. */
export const sendLog = createSendLog();
