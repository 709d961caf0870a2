import type { Call, Endpoint } from './endpoints.ts';
import type { Settings } from './options.ts';

/** A request but for its token. */
export type Draft = (token: string | undefined, signal: AbortSignal) => Request;

/** Writes a call down at once, so that one sent a second time says the same whatever became of its input. */
export function draftRequest(
  { appId, origin, headerPrefix: prefix = 'x-authing', lang, userPoolId, credentials }: Settings,
  { method, path }: Endpoint,
  { input = {} }: Call,
): Draft {
  const url = new URL(path, origin);
  const body = method === 'POST' ? JSON.stringify(input) : undefined;
  if (method === 'GET') {
    for (const [name, value] of Object.entries(input)) {
      if (value) url.searchParams.set(name, 'true');
    }
  }
  return (token, signal) =>
    new Request(url, {
      method,
      headers: {
        'content-type': 'application/json',
        [`${prefix}-app-id`]: appId,
        [`${prefix}-request-from`]: 'genauth-account-widget',
        ...(lang && { [`${prefix}-lang`]: lang }),
        ...(userPoolId && { [`${prefix}-userpool-id`]: userPoolId }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body }),
      credentials: credentials ?? 'omit',
      cache: 'no-store',
      // A token must never follow a redirect to another place.
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal,
    });
}
