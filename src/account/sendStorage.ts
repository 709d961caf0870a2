import type { Purpose, SendState } from './sendLog.ts';

/** One send as it is stored: when, and for how long to wait, both in milliseconds. */
export interface StoredSend {
  state: SendState;
  sentAt: number;
  waitMs: number;
}

type GetStorage = () => Storage | undefined;

const SENDS = 'genauth-account-widget.sends.v1';
const SALT = 'genauth-account-widget.salt.v1';
const MAX_WAIT_MS = 60 * 60_000;

/** Used where nothing can be stored. Made on first use: a module must be importable on a server. */
let pageSalt: string | undefined;

/**
 * The name under which a send to a contact is kept: a salted hash of 32 bits.
 * Short on purpose: dozens of phone numbers share each value, so that storage names no number.
 */
export function storageKey(storage: GetStorage, purpose: Purpose, to: string): string {
  return `${purpose} ${fnv1a(`${salt(storage)} ${to}`)}`;
}

/** What is stored, decoded afresh: other code, other versions and people can write there. */
export function readStored(storage: GetStorage): {
  text: string | undefined;
  stored: Record<string, StoredSend>;
} {
  const text = attempt(() => storage()?.getItem(SENDS) ?? undefined);
  const json = attempt<unknown>(() => JSON.parse(text ?? '{}'));
  const stored: Record<string, StoredSend> = {};
  for (const [key, value] of Object.entries(json ?? {})) {
    const { state, sentAt, waitMs } = (value ?? {}) as Partial<StoredSend>;
    if ((state === 'sent' || state === 'maybe') && isTime(sentAt) && isTime(waitMs)) {
      stored[key] = { state, sentAt, waitMs: Math.min(waitMs, MAX_WAIT_MS) };
    }
  }
  return { text, stored };
}

/** Stores, or does nothing where storage is blocked or full. Returns what is stored now. */
export function writeStored(
  storage: GetStorage,
  sends: Record<string, StoredSend>,
): string | undefined {
  const text = JSON.stringify(sends);
  return attempt(() => {
    if (Object.keys(sends).length > 0) storage()?.setItem(SENDS, text);
    else storage()?.removeItem(SENDS);
    return storage()?.getItem(SENDS) ?? undefined;
  });
}

function salt(storage: GetStorage): string {
  const stored = attempt(() => storage()?.getItem(SALT));
  if (stored) return stored;
  pageSalt ??= newSalt();
  const made = pageSalt;
  attempt(() => storage()?.setItem(SALT, made));
  return made;
}

function newSalt(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36)).join(
    '',
  );
}

// FNV-1a, 32 bits.
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

// Storage throws when it is blocked, full, or not there.
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
