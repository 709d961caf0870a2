import type { Contact } from './contacts.ts';
import { randomHex } from './random.ts';
import type { Settings } from './settings.ts';

export interface Grant {
  purpose: string;
  userId: string;
  /** What was proven; the second call takes it from here, not from its caller. */
  contact?: Contact;
  expiresAt: number;
}

export type OneTimeTokens = ReturnType<typeof createOneTimeTokens>;

/** The tokens between the two calls of a change, a reset or a deletion (contract, section 16.2). */
export function createOneTimeTokens(settings: () => Settings, now: () => number) {
  const grants = new Map<string, Grant>();

  /** The data of the first call's reply: the token under its own name, and its life in seconds. */
  function issue(name: string, grant: Pick<Grant, 'userId' | 'contact'>) {
    const token = randomHex(48);
    const { oneTimeTokenMs } = settings();
    grants.set(token, { ...grant, purpose: name, expiresAt: now() + oneTimeTokenMs });
    return { [name]: token, tokenExpiresIn: Math.round(oneTimeTokenMs / 1000) };
  }

  /** What a token stands for, unless it is unknown, spent, expired or for something else. */
  function read(name: string, token: string): Grant | undefined {
    const grant = grants.get(token);
    return grant?.purpose === name && now() < grant.expiresAt ? grant : undefined;
  }

  return { issue, read, use: (token: string) => grants.delete(token) };
}
