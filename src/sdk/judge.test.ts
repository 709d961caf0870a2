import { expect, test } from 'vitest';
import type { FailureKind } from './failure.ts';
import { judge, type Verdict } from './judge.ts';

const HTML = '<html><body>Bad gateway</body></html>';
const envelope = (statusCode: number, more: object = {}) =>
  JSON.stringify({ statusCode, message: 'said', ...more });
const failure = (verdict: Verdict) => (verdict.ok ? undefined : verdict.failure);

test.each<[string, number, string | undefined, FailureKind, 'notDone' | 'unknown']>([
  ['F18: HTTP 500 in HTML', 500, HTML, 'server', 'notDone'],
  ['F19: HTTP 502 in HTML', 502, HTML, 'server', 'notDone'],
  ['F20: HTTP 503 in HTML', 503, HTML, 'server', 'notDone'],
  ['F21: HTTP 504 in HTML', 504, HTML, 'server', 'unknown'],
  ['F21: HTTP 504 without a body', 504, '', 'server', 'unknown'],
  ['F21: an envelope that says 504', 200, envelope(504), 'server', 'unknown'],
  ['F22: HTTP 429 with its envelope', 429, envelope(429), 'rateLimited', 'notDone'],
  ['F22: HTTP 429 in HTML', 429, HTML, 'rateLimited', 'notDone'],
  ['F22: an envelope that says 429', 200, envelope(429), 'rateLimited', 'notDone'],
  ['F26: HTTP 401 in HTML', 401, HTML, 'auth', 'notDone'],
  ['F51: an envelope that says 401', 200, envelope(401, { apiCode: 2020 }), 'auth', 'notDone'],
  ['F55: a second factor wanted', 200, envelope(403, { apiCode: 1635 }), 'reauth', 'notDone'],
  ['F55: as a redirection', 200, envelope(300, { apiCode: 1636 }), 'reauth', 'notDone'],
  ['F55: under HTTP 401', 401, envelope(401, { apiCode: '1708' }), 'reauth', 'notDone'],
  ['F38: F55 around a success', 403, envelope(200, { apiCode: 1635 }), 'server', 'unknown'],
  ['F55: under HTTP 500', 500, envelope(403, { apiCode: 1635 }), 'refused', 'notDone'],
  ['F27: HTTP 403 of a firewall', 403, HTML, 'blocked', 'notDone'],
  ['contract 3.2: an envelope that says 403', 200, envelope(403), 'refused', 'notDone'],
  ['contract 3.2: HTTP 403 with its envelope', 403, envelope(403), 'refused', 'notDone'],
  ['F28: HTTP 404 in HTML', 404, HTML, 'server', 'notDone'],
  ['F28: HTTP 405 without a body', 405, '', 'server', 'notDone'],
  ['F28: HTTP 415 in HTML', 415, HTML, 'server', 'notDone'],
  ['F29: HTTP 200 without a body', 200, '', 'malformed', 'unknown'],
  ['F30: HTTP 204', 204, '', 'malformed', 'unknown'],
  ['F31: HTTP 200, JSON cut short', 200, '{"statusCode":200,"mess', 'malformed', 'unknown'],
  ['F04: HTTP 200 of a captive portal', 200, HTML, 'malformed', 'unknown'],
  ['F42: HTTP 200, too long', 200, undefined, 'malformed', 'unknown'],
  ['F42: HTTP 502, too long', 502, undefined, 'server', 'notDone'],
  ['F38: HTTP 500 around a success', 500, envelope(200), 'server', 'unknown'],
  ['F38: HTTP 403 around a success', 403, envelope(200), 'server', 'unknown'],
  ['F38: HTTP 401 around a success', 401, envelope(200), 'auth', 'unknown'],
  ['F38: HTTP 429 around a success', 429, envelope(200), 'rateLimited', 'unknown'],
  ['F39: HTTP 400 with its envelope', 400, envelope(400), 'refused', 'notDone'],
  ['contract 3.1: an envelope that says 501', 200, envelope(501), 'refused', 'notDone'],
  ['contract 3.1: an envelope that says 503', 200, envelope(503), 'server', 'notDone'],
  ['contract 3.1: an envelope that says 603', 200, envelope(603), 'refused', 'notDone'],
])('%s', (_, httpStatus, text, kind, outcome) => {
  expect(failure(judge(httpStatus, text))).toMatchObject({ kind, outcome, httpStatus });
});

test('F39: a refusal carries all that the envelope said', () => {
  const text = envelope(499, { apiCode: 2001, requestId: 'r-1' });
  expect(failure(judge(400, text))).toEqual({
    kind: 'refused',
    outcome: 'notDone',
    httpStatus: 400,
    statusCode: 499,
    apiCode: 2001,
    requestId: 'r-1',
    serverMessage: 'said',
  });
});

test('F18: an HTML body is in no part of the failure', () => {
  expect(failure(judge(500, HTML))).toEqual({
    kind: 'server',
    outcome: 'notDone',
    httpStatus: 500,
  });
});

test('R-20, R-21: for every HTTP status × envelope there is exactly one verdict, and it holds', () => {
  const httpStatuses = Array.from({ length: 500 }, (_, i) => i + 100);
  const classes = [100, 199, 201, 204, 299, 300, 302, 400, 402, 403, 404, 409, 413, 422, 428, 430];
  const statusCodes = [...classes, 0, 200, 401, 429, 499, 500, 501, 502, 503, 504, 505, 599, 600];
  const bodies = [...statusCodes, 601, 602, 603, 999, 'html' as const, 'none' as const];
  const broken: unknown[] = [];

  for (const http of httpStatuses) {
    for (const code of bodies) {
      const text = code === 'html' ? HTML : code === 'none' ? undefined : envelope(code);
      const verdict = judge(http, text);
      const is2xx = http >= 200 && http <= 299;
      const saysNothing = typeof code === 'string';
      const found = failure(verdict);
      const holds = [
        verdict.ok === (is2xx && code === 200),
        (found?.kind === 'auth') === (http === 401 || code === 401),
        (found?.kind === 'malformed') === (is2xx && saysNothing),
        (found?.kind === 'blocked') === (http === 403 && saysNothing),
        // Never "failed" as a fact when the server may have acted.
        verdict.ok || code !== 200 || found?.outcome === 'unknown',
        !(is2xx && saysNothing) || found?.outcome === 'unknown',
        !(http === 504 && saysNothing) || found?.outcome === 'unknown',
        found === undefined ||
          (found.httpStatus === http && saysNothing === !('statusCode' in found)),
      ];
      if (holds.includes(false)) broken.push({ http, code, verdict, holds });
    }
  }
  expect(broken).toEqual([]);
});
