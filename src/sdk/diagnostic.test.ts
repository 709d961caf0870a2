import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type AuthenticationClient, createAuthenticationClient } from './authenticationClient.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { AuthenticationClientOptions } from './options.ts';
import { type Answer, reply, serve } from './testServer.ts';

const OK = { statusCode: 200, message: '' };
const TOKEN = 'header.payload.signature';
const base = { appId: 'app', appHost: 'https://example.genauth.ai', getAccessToken: () => TOKEN };
const unbind = (client: AuthenticationClient) => client.unbindPhone({ passCode: '123456' });

/** Calls a server that answers so, and says what the host page was told, and how the call ended. */
async function told(
  answer: Answer,
  call: (client: AuthenticationClient) => Promise<unknown> = unbind,
  options: Partial<AuthenticationClientOptions> = {},
) {
  const events: Diagnostic[] = [];
  const { origin } = await serve(answer);
  const client = createAuthenticationClient({
    ...base,
    appHost: origin,
    onDiagnostic: (event) => events.push(event),
    ...options,
  });
  const result = await call(client).catch((reason: unknown) => reason);
  return { events, result };
}

const refusal = (more: object) => ({ statusCode: 499, message: 'no', ...more });
const operation = 'unbindPhone';

test.each<[string, Answer, Diagnostic[]]>([
  ['an ordinary success', reply({ ...OK, requestId: 'r' }), []],
  ['an ordinary refusal', reply(refusal({ apiCode: 2001, requestId: 'r' })), []],
  ['HTML', reply('<html>', 502), []],
  ['apiCode null', reply(refusal({ apiCode: null })), []],
  [
    'F37: apiCode 0 on success',
    reply({ ...OK, apiCode: 0 }),
    [{ operation, kind: 'apiCodeOnSuccess' }],
  ],
  [
    'F37: apiCode 20001 on success',
    reply({ ...OK, apiCode: 20001 }),
    [{ operation, kind: 'apiCodeOnSuccess' }],
  ],
  [
    'F37: an unknown apiCode on success',
    reply({ ...OK, apiCode: 123456 }),
    [{ operation, kind: 'apiCodeOnSuccess' }],
  ],
  ...[999999, -1, 1e308, {}, 'abc', 2001.5, true].map((apiCode): [string, Answer, Diagnostic[]] => [
    `F40: apiCode ${JSON.stringify(apiCode)}`,
    reply(refusal({ apiCode })),
    [
      ...(typeof apiCode === 'string'
        ? [{ operation, kind: 'unusualSpelling', field: 'apiCode' } as const]
        : []),
      { operation, kind: 'apiCodeUnknown', statusCode: 499 },
    ],
  ]),
  [
    'F41: apiCode "2001"',
    reply(refusal({ apiCode: '2001' })),
    [{ operation, kind: 'unusualSpelling', field: 'apiCode' }],
  ],
  [
    'F36: statusCode "200"',
    reply({ ...OK, statusCode: '200' }),
    [{ operation, kind: 'unusualSpelling', field: 'statusCode' }],
  ],
  [
    'R-20: uniqueId for requestId',
    reply({ ...OK, uniqueId: 'u' }),
    [{ operation, kind: 'unusualSpelling', field: 'uniqueId' }],
  ],
  ...([404, 405, 415] as const).map((httpStatus): [string, Answer, Diagnostic[]] => [
    `F28: HTTP ${httpStatus}`,
    reply('<html>', httpStatus),
    [{ operation, kind: 'wrongAddress', httpStatus, path: '/api/v3/unbind-phone' }],
  ]),
])('%s is told as it should be', async (_, answer, expected) => {
  expect((await told(answer)).events).toEqual(expected);
});

test('F28: of an address the path is told, without its query', async () => {
  const { events } = await told(reply('', 404), (client) =>
    client.getProfile({ withCustomData: true }),
  );
  expect(events).toEqual([
    {
      operation: 'getProfile',
      kind: 'wrongAddress',
      httpStatus: 404,
      path: '/api/v3/get-profile',
    },
  ]);
});

test('contract 3: the old envelope of a public configuration is told', async () => {
  const { events } = await told(reply({ code: 200, message: '', data: {} }), (client) =>
    client.getPublicConfig(),
  );
  expect(events).toEqual([
    { operation: 'getPublicConfig', kind: 'unusualSpelling', field: 'code' },
  ]);
});

test('F50, F52: a renewed token is told once, however many calls waited for it', async () => {
  const answer: Answer = (response, seen) =>
    (seen.headers.authorization === 'Bearer new' ? reply(OK) : reply('', 401))(response, seen);
  const { events } = await told(
    answer,
    (client) => Promise.all([unbind(client), client.bindEmail({ email: 'a@b.cd', passCode: '1' })]),
    { getAccessToken: (options) => (options?.force ? 'new' : TOKEN) },
  );
  expect(events).toEqual([{ operation: expect.any(String), kind: 'tokenRefreshed' }]);
});

test('F53: a renewal that brings nothing new is not told', async () => {
  expect((await told(reply('', 401))).events).toEqual([]);
});

test('nothing is read twice, and nothing told, for a page that did not ask', async () => {
  const { origin } = await serve(reply({ ...OK, apiCode: 0 }));
  const client = createAuthenticationClient({ ...base, appHost: origin });
  await expect(unbind(client)).resolves.toEqual(OK);
});

describe('F74, R-35: a callback', () => {
  const hang = () => new Promise(() => {});
  const fails = () => Promise.reject(new Error('host'));
  const throws = () => {
    throw new Error('host');
  };
  const reportError = vi.fn();
  beforeEach(() => {
    reportError.mockReset();
    vi.stubGlobal('reportError', reportError);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test.each<[string, () => unknown, number]>([
    ['throws', throws, 1],
    ['rejects', fails, 1],
    ['never settles', hang, 0],
  ])('that %s changes no success and no failure', async (_, onDiagnostic, reports) => {
    const success = await told(reply({ ...OK, apiCode: 0 }), unbind, { onDiagnostic });
    expect(success.result).toEqual(OK);
    const failure = await told(reply('', 404), unbind, { onDiagnostic });
    expect(failure.result).toMatchObject({ kind: 'server', httpStatus: 404 });
    await new Promise((done) => setImmediate(done));
    expect(reportError).toHaveBeenCalledTimes(2 * reports);
  });

  test('that fails where pages cannot be told of errors is silent', async () => {
    vi.stubGlobal('reportError', undefined);
    const { result } = await told(reply({ ...OK, apiCode: 0 }), unbind, { onDiagnostic: throws });
    expect(result).toEqual(OK);
  });
});

test('R-26, R-46, I10: nothing that is told holds the number, the code, the token or the server’s words', async () => {
  const secrets = fc.record({
    phoneNumber: fc.stringMatching(/^1[3-9][0-9]{9}$/),
    passCode: fc.stringMatching(/^[1-9][0-9]{3,9}$/),
    token: fc.stringMatching(/^[a-z]{20,40}$/),
    words: fc.stringMatching(/^[A-Z]{20,40}$/),
  });
  const statuses = fc.constantFrom(200, 404, 405, 415, 401, 500);
  const field = fc.constantFrom('apiCode', 'requestId', 'uniqueId', 'data', 'code');
  const secret = fc.constantFrom('phoneNumber', 'passCode', 'token', 'words');
  let count = 0;
  await fc.assert(
    fc.asyncProperty(
      secrets,
      statuses,
      fc.constantFrom(200, '200', 400, 499),
      fc.array(fc.tuple(field, secret, fc.boolean())),
      async (all, status, statusCode, fields) => {
        const body: Record<string, unknown> = { statusCode, message: all.words };
        for (const [name, which, isNumber] of fields) {
          body[name] = isNumber ? Number(all[which]) : all[which];
        }
        const events: Diagnostic[] = [];
        const client = createAuthenticationClient({
          ...base,
          getAccessToken: () => all.token,
          onDiagnostic: (event) => events.push(event),
          fetch: async () => Response.json(body, { status }),
        });
        const { phoneNumber, passCode } = all;
        await client.bindPhone({ phoneNumber, passCode }).catch(() => undefined);
        count += events.length;
        for (const value of Object.values(all)) expect(JSON.stringify(events)).not.toContain(value);
      },
    ),
    { numRuns: 2_000 },
  );
  expect(count).toBeGreaterThan(1_000);
});

describe('F13: a request that the page’s own policy keeps back', () => {
  const url = `${base.appHost}/api/v3/unbind-phone`;
  const page = new EventTarget();
  beforeEach(() => {
    vi.stubGlobal('SecurityPolicyViolationEvent', Event);
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  const violate = (details: object) => {
    const event = new Event('securitypolicyviolation');
    page.dispatchEvent(Object.assign(event, { effectiveDirective: 'connect-src', ...details }));
  };
  /** As in Chromium: the event comes a task after the rejection. */
  const client = (details: object, events: Diagnostic[] = []) =>
    createAuthenticationClient({
      ...base,
      onDiagnostic: (event) => events.push(event),
      fetch: () => {
        setTimeout(violate, 0, details);
        return Promise.reject(new TypeError('Failed to fetch'));
      },
    });

  test.each([
    ['the address', url],
    ['the origin', base.appHost],
  ])(
    'is "blocked, not done", and the directive is told, when the browser names %s',
    async (_, blockedURI) => {
      const events: Diagnostic[] = [];
      const blocked = unbind(client({ blockedURI, disposition: 'enforce' }, events));
      await expect(blocked).rejects.toMatchObject({ kind: 'blocked', outcome: 'notDone' });
      expect(events).toEqual([{ operation, kind: 'blockedByPolicy', directive: 'connect-src' }]);
    },
  );

  test.each([
    ['a policy that only reports', { blockedURI: url, disposition: 'report' }],
    ['another address', { blockedURI: 'https://evil.com/', disposition: 'enforce' }],
    ['something inline', { blockedURI: 'inline', disposition: 'enforce' }],
  ])('is not seen in a violation of %s', async (_, details) => {
    const events: Diagnostic[] = [];
    await expect(unbind(client(details, events))).rejects.toMatchObject({
      kind: 'network',
      outcome: 'unknown',
    });
    expect(events).toEqual([]);
  });
});
