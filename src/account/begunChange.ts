import { storeChange, storedChange } from './begunChangeStore.ts';
import type { ContactKind } from './contact.ts';
import { type SendLog, sendLog } from './sendLog.ts';
import { storageKey } from './sendStorage.ts';

/** A change that has come to its second step. */
export interface BegunChange {
  /** Whether it goes on without a code to the old contact. */
  isOldLost: boolean;
}

/** No code lives longer (contract, section 5.1), and the log of what was sent forgets then, too. */
const LIFE_MS = 10 * 60_000;

/**
 * The step that this tab had come to when its page was reloaded.
 *
 * Only the step is kept, and of the contact a salted hash of 32 bits. What proves the old contact is its code itself:
 * one call takes both codes (contract, sections 9.9 and 9.11), and the check before it gives nothing that would stand
 * for one (5.6). A code is never stored, so that it is asked for once more, and no message is sent for that.
 */
export function recallChange(
  kind: ContactKind,
  current: string,
  log: SendLog = sendLog,
): BegunChange | undefined {
  const { about, isOldLost, at } = decode(storedChange(kind));
  const age = Date.now() - Number(at);
  if (about !== hashOf(current) || !(age >= 0 && age < LIFE_MS)) return undefined;
  if (isOldLost === true) return { isOldLost };
  // Where the log knows of no code to the old contact, there is none to enter once more.
  return log.look('changeOld', current).state ? { isOldLost: false } : undefined;
}

export function noteChange(kind: ContactKind, current: string, { isOldLost }: BegunChange): void {
  storeChange(kind, JSON.stringify({ about: hashOf(current), isOldLost, at: Date.now() }));
}

function hashOf(current: string): string {
  return storageKey(() => globalThis.localStorage, 'changeNew', current);
}

// Other code, other versions and people can write there.
function decode(text: string | null): { about?: unknown; isOldLost?: unknown; at?: unknown } {
  try {
    return JSON.parse(text ?? '{}') ?? {};
  } catch {
    return {};
  }
}
