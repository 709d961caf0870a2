import { readAppHost } from './appHost.ts';
import { withDeadline } from './deadline.ts';
import { type Envelope, isObject, parseObject } from './envelope.ts';
import { type FailureDetails, GenAuthError } from './failure.ts';
import { judge } from './judge.ts';
import { readBody } from './readBody.ts';
import { readRetryAfter } from './retryAfter.ts';

/** Options of every call. */
export interface CallOptions {
  /** Ends the call; it then rejects with the signal's reason. */
  signal?: AbortSignal;
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
   */
  getAccessToken: () => string | undefined | Promise<string | undefined>;
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
  'fetch',
]);

/** One operation's place on the wire. */
export interface Endpoint {
  operation: string;
  method: 'GET' | 'POST';
  path: string;
  body?: object;
  query?: Record<string, string | undefined>;
  /** `optional`: sent without a token when there is none. */
  token: 'required' | 'optional' | 'none';
}

export interface Transport {
  /** Sends and resolves with a success envelope. */
  call: (endpoint: Endpoint, options?: CallOptions) => Promise<Envelope>;
  /** Sends to an endpoint that answers with a bare object (contract, section 7). */
  callBare: (endpoint: Endpoint, options?: CallOptions) => Promise<object>;
}

interface Reply {
  status: number;
  headers: Headers;
  text: string | undefined;
}

/** Requests to one application: address, headers, deadline, and a verdict for every way it can end. */
export function createTransport(options: AuthenticationClientOptions): Transport {
  // A list of what is known, not of what is forbidden: no secret can be passed under any name.
  const unknown = Object.keys(options).find((name) => !OPTION_NAMES.has(name));
  if (unknown) {
    throw new TypeError(
      `Unknown option "${unknown}": a browser client takes ids and a token, never a secret.`,
    );
  }
  const origin = readAppHost(options.appHost);
  const timeoutMs = Math.min(Math.max(options.timeoutMs ?? 15_000, 5_000), 60_000);
  const prefix = options.headerPrefix ?? 'x-authing';
  const send = options.fetch ?? ((request: Request) => globalThis.fetch(request));

  async function accessToken(endpoint: Endpoint): Promise<string | undefined> {
    if (endpoint.token === 'none') return undefined;
    const token = await Promise.resolve()
      .then(options.getAccessToken)
      .catch(() => undefined);
    if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token;
    if (endpoint.token === 'optional') return undefined;
    throw fail(endpoint, { kind: 'auth', outcome: 'notDone' });
  }

  function buildRequest(endpoint: Endpoint, token: string | undefined, signal: AbortSignal) {
    const url = new URL(endpoint.path, origin);
    for (const [name, value] of Object.entries(endpoint.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    return new Request(url, {
      method: endpoint.method,
      headers: {
        'content-type': 'application/json',
        [`${prefix}-app-id`]: options.appId,
        [`${prefix}-request-from`]: 'genauth-account-widget',
        ...(options.lang && { [`${prefix}-lang`]: options.lang }),
        ...(options.userPoolId && { [`${prefix}-userpool-id`]: options.userPoolId }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(endpoint.method === 'POST' && { body: JSON.stringify(endpoint.body ?? {}) }),
      credentials: options.credentials ?? 'omit',
      cache: 'no-store',
      // A token must never follow a redirect to another place.
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal,
    });
  }

  function exchange(endpoint: Endpoint, { signal: callerSignal }: CallOptions = {}) {
    let hasLeft = false;
    const lost = (kind: 'network' | 'timeout') =>
      fail(endpoint, { kind, outcome: hasLeft ? 'unknown' : 'notDone' });

    return withDeadline<Reply>(
      async (signal) => {
        const token = await accessToken(endpoint);
        const request = buildRequest(endpoint, token, signal);
        signal.throwIfAborted();
        hasLeft = true;
        try {
          const response = await send(request);
          return {
            status: response.status,
            headers: response.headers,
            text: await readBody(response),
          };
        } catch {
          // Engines name the same fault differently, so the error is not looked at.
          if (isOffline()) throw fail(endpoint, { kind: 'offline', outcome: 'notDone' });
          throw lost('network');
        }
      },
      timeoutMs,
      () => lost('timeout'),
      callerSignal,
    );
  }

  async function call(endpoint: Endpoint, callOptions?: CallOptions): Promise<Envelope> {
    const reply = await exchange(endpoint, callOptions);
    const verdict = judge(reply.status, reply.text);
    if (verdict.ok) return verdict.envelope;
    const retryAfterMs = readRetryAfter(reply.headers);
    throw fail(endpoint, {
      ...verdict.failure,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
  }

  async function callBare(endpoint: Endpoint, callOptions?: CallOptions): Promise<object> {
    const reply = await exchange(endpoint, callOptions);
    const bare = reply.status === 200 ? parseObject(reply.text ?? '') : undefined;
    if (bare && !('statusCode' in bare)) return bare;
    const verdict = judge(reply.status, reply.text);
    throw verdict.ok ? malformed(endpoint, verdict.envelope) : fail(endpoint, verdict.failure);
  }

  return { call, callBare };
}

/** The data of a success as an object of the documented shape; its fields are still the server's word. */
export function readObject<T>(endpoint: Endpoint, envelope: Envelope): T {
  if (!isObject(envelope.data)) throw malformed(endpoint, envelope);
  return envelope.data as T;
}

function malformed(endpoint: Endpoint, { statusCode, requestId }: Envelope): GenAuthError {
  return fail(endpoint, {
    kind: 'malformed',
    outcome: 'unknown',
    statusCode,
    ...(requestId !== undefined && { requestId }),
  });
}

function fail(endpoint: Endpoint, failure: Omit<FailureDetails, 'operation'>): GenAuthError {
  return new GenAuthError({ ...failure, operation: endpoint.operation });
}

function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false;
}
