import { isFields } from './fields.ts';
import type { Pool } from './pool.ts';
import { badRequest, type Refusal, refusals } from './refusals.ts';
import type { Route } from './routes.ts';

/** What is wrong with a request whatever it asks for. */
export function refuseRequest(
  request: Request,
  route: Route,
  json: unknown,
  pool: Pool,
): Refusal | undefined {
  if (!route.ignores.app) {
    const appId = readHeader(request.headers, 'app-id');
    if (!appId && !readHeader(request.headers, 'userpool-id')) {
      return badRequest('Header x-authing-app-id or x-authing-userpool-id must be present');
    }
    if (appId && pool.settings.appId && appId !== pool.settings.appId) return refusals.unknownApp;
  }
  if (request.method !== 'POST') return undefined;
  if (!request.headers.get('content-type')?.toLowerCase().startsWith('application/json')) {
    return badRequest('Header content-type must be application/json');
  }
  return isFields(json) ? undefined : badRequest('The body must be a JSON object');
}

/** A header of either brand's family (contract, section 2.2). */
export function readHeader(headers: Headers, name: string): string | null {
  return headers.get(`x-authing-${name}`) || headers.get(`x-genauth-${name}`);
}

/** JSON of a body, or nothing. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
