import type { Account, Accounts } from './accounts.ts';
import { randomHex } from './random.ts';
import type { Settings } from './settings.ts';

export interface Session {
  account: Account;
  /** Without `phone` or `email` the profile hides them (contract, section 2.3); none: all is shown. */
  scope?: string;
  expiresAt: number;
}

/** Whose an access token is that the sandbox did not open itself. */
export interface TokenOwner {
  userId: string;
  /** As in the token's grant; without one the profile shows all. */
  scope?: string;
}

/** Looks a token up at whoever issued it, such as an OpenID provider; nothing for one that is unknown, expired or revoked. */
export type ResolveToken = (token: string) => TokenOwner | undefined;

export type Sessions = ReturnType<typeof createSessions>;

/** Access tokens and whose they are. */
export function createSessions(
  accounts: Accounts,
  settings: () => Settings,
  now: () => number,
  resolveToken?: ResolveToken,
) {
  const sessions = new Map<string, Session>();

  /** Signs an account in and returns the access token, a JWT that nobody signed. */
  function open(account: Account, scope?: string): string {
    const iat = Math.floor(now() / 1000);
    const exp = iat + Math.floor(settings().accessTokenMs / 1000);
    const claims = { sub: account.user.userId, jti: randomHex(32), iat, exp, scope };
    const token = `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`;
    sessions.set(token, {
      account,
      ...(scope !== undefined && { scope }),
      expiresAt: now() + settings().accessTokenMs,
    });
    return token;
  }

  /** Makes any text an access token that does not expire. */
  function give(token: string, account: Account): void {
    sessions.set(token, { account, expiresAt: Infinity });
  }

  /** Whose token this is. A token never seen that starts with `sandbox-` opens an account of its own. */
  function read(token: string): Session | undefined {
    if (!sessions.has(token) && token.startsWith('sandbox-')) {
      const username = accounts.withUsername(token) ? `${token}-${randomHex(6)}` : token;
      give(token, accounts.create({ username, name: token.slice('sandbox-'.length) || 'Sandbox' }));
    }
    const session = sessions.get(token) ?? readResolved(token);
    // The token of a deleted account stays known, so that it does not open a new one.
    const isAlive = session && accounts.withId(session.account.user.userId);
    return isAlive && now() < session.expiresAt ? session : undefined;
  }

  /** Asked for every time: the issuer may have taken the token back since. */
  function readResolved(token: string): Session | undefined {
    const { userId = '', ...owner } = resolveToken?.(token) ?? {};
    const account = accounts.withId(userId);
    return account && { account, ...owner, expiresAt: Infinity };
  }

  /** A new token in the place of one, which is refused from now on; nothing when nobody had it. */
  function renew(token: string): string | undefined {
    const session = read(token);
    if (!session) return undefined;
    sessions.set(token, { ...session, expiresAt: -Infinity });
    return open(session.account, session.scope);
  }

  return { open, give, read, renew };
}

/** The token in an `Authorization` header, raw or after `Bearer` (contract, section 2.2). */
export function readToken(headers: Headers): string | undefined {
  const value = headers.get('authorization')?.trim();
  return value ? value.replace(/^bearer +/i, '') : undefined;
}

function encode(claims: object): string {
  return btoa(JSON.stringify(claims)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
