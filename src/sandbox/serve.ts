import { type Answer, toJson } from './answer.ts';
import { corsHeaders, isOriginAllowed } from './cors.ts';
import type { Faults } from './faults.ts';
import { isFields } from './fields.ts';
import { parseJson, readHeader, refuseRequest } from './inspect.ts';
import { type createLog, loggedHeaders } from './log.ts';
import { playFault } from './playFault.ts';
import type { Pool } from './pool.ts';
import { randomHex } from './random.ts';
import { badRequest, type Refusal, refusals } from './refusals.ts';
import { findRoute } from './routes.ts';
import { readToken } from './sessions.ts';

/** All that a request can meet. */
export interface Desk {
  pool: Pool;
  faults: Faults;
  log: ReturnType<typeof createLog>;
  /** Counts a request, and says whether it is one too many. */
  isThrottled: () => boolean;
}

/**
 * Answers a request to the API. HTTP says 200 except to a throttled request (contract, section 20.2)
 * and to what never reaches an operation: a foreign origin, an unknown path.
 */
export async function serve(request: Request, desk: Desk): Promise<Response> {
  const { pool, log, faults } = desk;
  const { pathname, search, searchParams } = new URL(request.url);
  const text = await request.text();
  const json = parseJson(text);
  const token = readToken(request.headers);
  const route = findRoute(request.method, pathname);
  const isAllowed = isOriginAllowed(request, pool.settings.allowedOrigins);
  const headers = isAllowed ? corsHeaders(request) : {};
  const lang = readHeader(request.headers, 'lang') ?? pool.settings.lang;
  log.add({
    ...(route && { operation: route.name }),
    method: request.method,
    path: pathname,
    query: search,
    ...(token !== undefined && { account: token }),
    ...(text !== '' && { body: json === undefined ? text : json }),
    headers: loggedHeaders(request.headers),
    at: pool.now(),
  });

  function reply(refusal?: Refusal): Response {
    const { status, answer } = refusal ? { status: 200, answer: refusal } : decide();
    return Response.json(toJson(answer, lang, randomHex(32)), { status, headers });
  }

  function decide(): { status: number; answer: Answer } {
    if (!isAllowed) {
      return refuseHttp(403, 'This origin is not allowed.');
    }
    if (desk.isThrottled()) return { status: 429, answer: refusals.tooMany };
    if (!route) return refuseHttp(404, `Cannot ${request.method} ${pathname}`);
    const problem = refuseRequest(request, route, json, pool);
    if (problem) return { status: 200, answer: problem };
    const session = token === undefined ? undefined : pool.sessions.read(token);
    if (token !== undefined && !session && !route.ignores.token) {
      return { status: 200, answer: refusals.notSignedIn };
    }
    const body = isFields(json) ? json : {};
    const params = { ...route.path.exec(pathname)?.groups };
    return {
      status: 200,
      answer: route.run({ pool, session, body, query: searchParams, params, lang }),
    };
  }

  const fault = route && faults.take(route.name, token);
  if (!fault) return reply();
  const response = await playFault(fault, reply);
  // What a fault says of itself wins, so that it can also forbid the page to read it.
  for (const [name, value] of Object.entries(headers)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  return response;
}

function refuseHttp(status: number, problem: string): { status: number; answer: Answer } {
  return { status, answer: { ...badRequest(problem), statusCode: status } };
}
