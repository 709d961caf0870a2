import { isObject, parseObject } from './envelope.ts';
import { type FailureDetails, GenAuthError } from './failure.ts';
import { judge } from './judge.ts';
import type { Settings } from './options.ts';
import { readBody } from './readBody.ts';
import { readRetryAfter } from './retryAfter.ts';
import type { Endpoint } from './transport.ts';

/** Told to the caller while the exchange runs: from when on a lost answer may hide a success. */
export interface Progress {
  hasLeft: boolean;
}

const MAX_BYTES = 64 * 1024;

interface Reply {
  status: number;
  text: string | undefined;
  retryAfterMs: number | undefined;
}

/** Sends one request and reads its reply as the endpoint's answer. Rejects with a `GenAuthError` for all else. */
export async function exchange(
  settings: Settings,
  endpoint: Endpoint,
  signal: AbortSignal,
  progress: Progress,
): Promise<object> {
  const reply = await send(settings, endpoint, signal, progress);
  if (endpoint.answer === 'bare') {
    const bare = reply.status === 200 ? parseObject(reply.text ?? '') : undefined;
    if (bare && !Object.hasOwn(bare, 'statusCode')) return bare;
  }
  const verdict = judge(reply.status, reply.text);
  if (!verdict.ok) {
    const { retryAfterMs } = reply;
    throw fail(endpoint, {
      ...verdict.failure,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
  }
  const { message, requestId, data } = verdict.envelope;
  const success = { statusCode: 200, message, ...(requestId !== undefined && { requestId }) };
  switch (endpoint.answer) {
    case 'nothing':
      return success;
    case 'object':
      if (isObject(data)) return { ...success, data };
      break;
    case 'list': {
      // Some samples print the only item bare (contract, section 6).
      const list = [data].flat();
      if (list.every(isObject)) return { ...success, data: list };
      break;
    }
    case 'bare':
  }
  throw fail(endpoint, {
    kind: 'malformed',
    outcome: 'unknown',
    statusCode: 200,
    ...(requestId !== undefined && { requestId }),
  });
}

async function send(
  settings: Settings,
  endpoint: Endpoint,
  signal: AbortSignal,
  progress: Progress,
): Promise<Reply> {
  const token = await accessToken(settings, endpoint);
  const request = buildRequest(settings, endpoint, token, signal);
  signal.throwIfAborted();
  const wasOffline = isOffline();
  progress.hasLeft = true;
  try {
    const response = await (settings.fetch ? settings.fetch(request) : globalThis.fetch(request));
    // An opaque or error response, which only a host's own `fetch` can return, says nothing.
    if (!response.status) throw new TypeError('No status.');
    return {
      status: response.status,
      text: await readBody(response, endpoint.maxBytes ?? MAX_BYTES),
      retryAfterMs: readRetryAfter(response.headers),
    };
  } catch {
    // Engines name the same fault differently, so the error is not looked at.
    if (!isOffline()) throw fail(endpoint, { kind: 'network', outcome: 'unknown' });
    // A connection that was lost on the way may have carried the request.
    throw fail(endpoint, { kind: 'offline', outcome: wasOffline ? 'notDone' : 'unknown' });
  }
}

async function accessToken(settings: Settings, endpoint: Endpoint): Promise<string | undefined> {
  if (endpoint.token === 'none') return undefined;
  const token = await Promise.resolve()
    .then(() => settings.getAccessToken())
    .catch(() => undefined);
  if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token;
  if (endpoint.token === 'optional') return undefined;
  throw fail(endpoint, { kind: 'auth', outcome: 'notDone' });
}

function buildRequest(
  { appId, origin, headerPrefix: prefix = 'x-authing', lang, userPoolId, credentials }: Settings,
  endpoint: Endpoint,
  token: string | undefined,
  signal: AbortSignal,
): Request {
  const url = new URL(endpoint.path, origin);
  for (const [name, value] of Object.entries(endpoint.query ?? {})) {
    if (value) url.searchParams.set(name, 'true');
  }
  return new Request(url, {
    method: endpoint.method,
    headers: {
      'content-type': 'application/json',
      [`${prefix}-app-id`]: appId,
      [`${prefix}-request-from`]: 'genauth-account-widget',
      ...(lang && { [`${prefix}-lang`]: lang }),
      ...(userPoolId && { [`${prefix}-userpool-id`]: userPoolId }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(endpoint.method === 'POST' && { body: JSON.stringify(endpoint.body ?? {}) }),
    credentials: credentials ?? 'omit',
    cache: 'no-store',
    // A token must never follow a redirect to another place.
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal,
  });
}

function fail({ operation }: Endpoint, failure: Omit<FailureDetails, 'operation'>): GenAuthError {
  return new GenAuthError({ ...failure, operation });
}

function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false;
}
