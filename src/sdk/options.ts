import { readAppHost } from './appHost.ts';
import type { Diagnostic } from './diagnostic.ts';

/** Options of every call. */
export interface CallOptions {
  /** Ends the call; it then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** What an access token is asked for. */
export interface AccessTokenOptions {
  /** The server has just refused the present token: only a new one helps. */
  force?: boolean;
}

/** Languages in which GenAuth writes its messages (contract, section 18). */
export type Lang = 'zh-CN' | 'en-US' | 'ja-JP' | 'zh-TW';

export interface AuthenticationClientOptions {
  /** Application id, 24 hex characters. */
  appId: string;
  /** Origin of the application, such as `https://example.genauth.ai`. */
  appHost: string;
  /**
   * The signed-in user's access token, asked for before every request and never kept.
   * May reject or return nothing when there is none: the call then fails as `auth`.
   *
   * With `force` when the server refused the token (401, contract section 2.3): renew it, as through OIDC with
   * `offline_access`. The refused calls wait for one renewal and are sent once more with its token;
   * the same token again, or none, and they fail as `auth`.
   */
  getAccessToken: (
    options?: AccessTokenOptions,
  ) => string | undefined | Promise<string | undefined>;
  /** Language of the server's messages. Default: the server's. */
  lang?: Lang;
  /** Only needed for tenants that ask for it. */
  userPoolId?: string;
  /** Time for a whole call, headers and body, in milliseconds: 5 000 to 60 000, default 15 000. */
  timeoutMs?: number;
  /** Family of the header names; default `x-authing`, which both brands' servers know (contract, section 2.2). */
  headerPrefix?: 'x-authing' | 'x-genauth';
  /** `include` only for tenants whose session is a cookie of the same site. Default `omit`. */
  credentials?: 'omit' | 'include';
  /** Told, after the fact, what a developer should know of and a person need not; whatever it does changes no call. */
  onDiagnostic?: (diagnostic: Diagnostic) => unknown;
  /** Replaces the global `fetch`, for tests and for hosts that wrap it. */
  fetch?: (request: Request) => Promise<Response>;
}

const OPTION_NAMES: ReadonlySet<string> = new Set<keyof AuthenticationClientOptions>([
  'appId',
  'appHost',
  'getAccessToken',
  'lang',
  'userPoolId',
  'timeoutMs',
  'headerPrefix',
  'credentials',
  'onDiagnostic',
  'fetch',
]);

/** Options, checked once. */
export type Settings = Omit<AuthenticationClientOptions, 'appHost' | 'timeoutMs'> & {
  origin: string;
  timeoutMs: number;
};

/** Checks what a developer passed; throws a `TypeError` that says the cure. */
export function readOptions(options: AuthenticationClientOptions): Settings {
  // A list of what is known, not of what is forbidden: no secret can be passed under any name.
  const unknown = Object.keys(options).find((name) => !OPTION_NAMES.has(name));
  if (unknown !== undefined) {
    throw new TypeError(
      `Unknown option "${unknown}": a browser client takes ids and a token, never a secret.`,
    );
  }
  const { appHost, timeoutMs: wanted = 15_000, ...rest } = options;
  const timeoutMs = Math.min(Math.max(wanted, 5_000), 60_000);
  // A timer reads NaN as zero: every call would fail at once.
  if (Number.isNaN(timeoutMs)) throw new TypeError('timeoutMs must be a number of milliseconds.');
  return { ...rest, origin: readAppHost(appHost), timeoutMs };
}
