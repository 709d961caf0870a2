import type { Purpose, WaitState } from './sendLog.ts';

/** One send as it is stored. */
export interface StoredSend {
  state: WaitState;
  /** Wall clock in milliseconds, for other tabs and the next page load. */
  sentAt: number;
  /** How long to wait before another, or before another try. */
  waitMs: number;
  /** Codes that were surely sent there. */
  count: number;
}

type GetStorage = () => Storage | undefined;

const SENDS = 'genauth-account-widget.sends.v2';
const SALT = 'genauth-account-widget.salt.v1';
const MAX_WAIT_MS = 60 * 60_000;

/** Made on first use: a module must be importable on a server. */
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
    const { state, sentAt, waitMs, count } = (value ?? {}) as Partial<StoredSend>;
    if (isState(state) && isNumber(sentAt) && isNumber(waitMs) && isNumber(count)) {
      stored[key] = { state, sentAt, waitMs: Math.min(waitMs, MAX_WAIT_MS), count };
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
  attempt(() => {
    if (Object.keys(sends).length > 0) storage()?.setItem(SENDS, text);
    else storage()?.removeItem(SENDS);
  });
  return attempt(() => storage()?.getItem(SENDS) ?? undefined);
}

function salt(storage: GetStorage): string {
  // Kept once known: when storage is cleared, what this page has sent must still be found.
  pageSalt ??= attempt(() => storage()?.getItem(SALT)) || newSalt();
  const known = pageSalt;
  attempt(() => {
    if (storage()?.getItem(SALT) !== known) storage()?.setItem(SALT, known);
  });
  return known;
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

function isState(value: unknown): value is WaitState {
  return ['sent', 'maybe', 'refused', 'stopped'].includes(String(value));
}

function isNumber(value: unknown): value is number {
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
