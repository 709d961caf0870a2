import type { User } from '../sdk/wire.ts';
import type { AccountState } from './accounts.ts';
import { control } from './control.ts';
import { corsHeaders, isOriginAllowed, preflight } from './cors.ts';
import { createFaults, type Fault } from './faults.ts';
import { createLog, type SandboxCall } from './log.ts';
import type { OutboxMessage } from './outbox.ts';
import { createPool } from './pool.ts';
import { type Desk, serve } from './serve.ts';
import type { ResolveToken } from './sessions.ts';
import type { Settings } from './settings.ts';
import { createThrottle } from './throttle.ts';

export interface SandboxOptions {
  /** What differs from the defaults below. */
  settings?: Partial<Settings>;
  /** Accounts beside the two that every sandbox has: `demo`, and `taken` with +86 13900000000 and taken@example.com. */
  accounts?: AccountState[];
  /** The clock in milliseconds; default the machine's. `advance` moves it on. */
  now?: () => number;
  /** Makes the tokens of another issuer, such as an OpenID provider, good for the accounts here. */
  resolveToken?: ResolveToken;
}

/** The GenAuth V3 API in memory. Every method but `fetch` also answers under `/sandbox/`. */
export interface Sandbox {
  /** Answers as the API would; rejects when the request is aborted or a fault breaks the connection. */
  fetch: (request: Request) => Promise<Response>;
  /** Messages "sent", newest first; with a token only those that it asked for. */
  outbox: (account?: string) => OutboxMessage[];
  /** Requests to the API, oldest first; with a token only its own. */
  calls: (account?: string) => SandboxCall[];
  /** Changes settings, and says what they are now. */
  settings: (changes?: Partial<Settings>) => Settings;
  /** Gives the token's account a state, or makes a new account; returns a token for it and the user record. */
  account: (state: AccountState) => { token: string; user: User };
  /** The user records of all accounts, the oldest first. */
  accounts: () => User[];
  /** Lets a token expire; returns a new one for the same account. Throws when nobody had it. */
  renewToken: (token: string) => string;
  /** Meets the demand of a `reauth` fault for this token, or for all. */
  reauthenticate: (account?: string) => void;
  /** Moves the clock on; returns the time. */
  advance: (ms: number) => number;
  addFault: (fault: Fault) => void;
  /** Back to how it was created: accounts, codes, settings, clock, faults, outbox and calls. */
  reset: () => void;
}

/** Makes a sandbox of its own: no state is shared with any other. */
export function createSandbox({
  settings = {},
  accounts = [],
  now: clock = Date.now,
  resolveToken,
}: SandboxOptions = {}): Sandbox {
  let ahead = 0;
  const now = () => clock() + ahead;

  function open(): Desk {
    const pool = createPool(settings, accounts, now, resolveToken);
    const isThrottled = createThrottle(() => pool.settings.requestsPerSecond, now);
    return { pool, faults: createFaults(), log: createLog(), isThrottled };
  }
  let desk = open();

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const isControl = pathname.startsWith('/sandbox/');
    if (request.method === 'OPTIONS') {
      const { allowedOrigins } = desk.pool.settings;
      return preflight(request, isControl || isOriginAllowed(request, allowedOrigins));
    }
    if (!isControl) return serve(request, desk);
    const response = await control(request, sandbox);
    for (const [name, value] of Object.entries(corsHeaders(request))) {
      response.headers.set(name, value);
    }
    return response;
  }

  const sandbox: Sandbox = {
    fetch: (request) => untilAborted(request.signal, () => answer(request)),
    outbox: (account) => {
      const { outbox, sessions } = desk.pool;
      if (account === undefined) return outbox.all();
      const session = sessions.read(account);
      return session ? outbox.of(session.account.user.userId) : [];
    },
    calls: (account) => desk.log.all(account),
    settings: (changes) => {
      if (changes) desk.pool.changeSettings(changes);
      return structuredClone(desk.pool.settings);
    },
    account: (state) => desk.pool.prepareAccount(state),
    accounts: () => structuredClone(desk.pool.accounts.all().map(({ user }) => user)),
    renewToken: (token) => {
      const renewed = desk.pool.sessions.renew(token);
      if (renewed === undefined) throw new TypeError('Nobody is signed in with this token.');
      return renewed;
    },
    reauthenticate: (account) => desk.faults.reauthenticate(account),
    advance: (ms) => {
      if (!(Number.isFinite(ms) && ms >= 0)) throw new TypeError('A clock moves on by ms >= 0.');
      ahead += ms;
      return now();
    },
    addFault: (fault) => desk.faults.add(fault),
    reset: () => {
      ahead = 0;
      desk = open();
    },
  };
  return sandbox;
}

/** The result of `work`, or the signal's reason, whichever comes first. */
function untilAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', onAbort));
  });
}
