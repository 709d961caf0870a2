import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createSandbox } from '../sandbox/createSandbox.ts';
import { createAuthenticationClient } from './authenticationClient.ts';
import type { AccessTokenOptions, AuthenticationClientOptions } from './options.ts';
import { type Answer, reply, serve } from './testServer.ts';

const OK = { statusCode: 200, message: '', data: {} };
const NOT_SIGNED_IN = { statusCode: 401, message: '', apiCode: 2020, requestId: 'r-1' };
const sms = { channel: 'CHANNEL_BIND_PHONE', phoneNumber: '13800138000' } as const;

type Give = (options?: AccessTokenOptions) => unknown;

/** A host page whose token is `old` until it is told to renew it. */
function hostPage(renew: () => unknown = () => 'new') {
  let token: unknown = 'old';
  const asked: (AccessTokenOptions | undefined)[] = [];
  async function getAccessToken(options?: AccessTokenOptions) {
    asked.push(options);
    if (options?.force) token = await renew();
    return token as string;
  }
  const forced = () => asked.filter((options) => options?.force).length;
  return { getAccessToken, forced, asked };
}

function clientOf(appHost: string, getAccessToken: Give, more = {}) {
  return createAuthenticationClient({
    appId: 'app',
    appHost,
    getAccessToken: getAccessToken as AuthenticationClientOptions['getAccessToken'],
    ...more,
  });
}

/** A server that knows one token, and refuses the others in its own way. */
const knows =
  (token: string, refuse: Answer = reply('', 401)): Answer =>
  (response, seen) =>
    (seen.headers.authorization === `Bearer ${token}` ? reply(OK) : refuse)(response, seen);

const tokensOf = (requests: { headers: { authorization?: string } }[]) =>
  requests.map(({ headers }) => headers.authorization?.replace('Bearer ', ''));

describe('a token that the server refuses', () => {
  test.each<[string, Answer]>([
    ['F26: HTTP 401 without a body', reply('', 401)],
    ['F26: HTTP 401 in HTML', reply('<html>', 401)],
    ['F26: HTTP 401 with its envelope', reply(NOT_SIGNED_IN, 401)],
    ['F51: an envelope 401 under HTTP 200', reply({ statusCode: 401, message: '' })],
    ['F51: apiCode 2020 with 403', reply({ statusCode: 403, message: '', apiCode: 2020 })],
    ['F51: apiCode "2020" with 499', reply({ statusCode: 499, message: '', apiCode: '2020' })],
    ['F51: apiCode 2206', reply({ statusCode: 499, message: '', apiCode: 2206 })],
    ['F51: apiCode 1010001', reply({ statusCode: 400, message: '', apiCode: 1010001 }, 400)],
  ])('F50: %s: is renewed once, and the request sent once more', async (_, refuse) => {
    const { origin, requests } = await serve(knows('new', refuse));
    const host = hostPage();
    await expect(clientOf(origin, host.getAccessToken).sendSms(sms)).resolves.toMatchObject({
      statusCode: 200,
    });
    expect(tokensOf(requests)).toEqual(['old', 'new']);
    expect(requests[1]?.body).toBe(requests[0]?.body);
    expect(host.asked).toEqual([undefined, { force: true }]);
  });

  test('F50, R-01: a send that was refused and sent again is one message to the person', async () => {
    const sandbox = createSandbox();
    let token = 'sandbox-ann';
    const getAccessToken = (options?: AccessTokenOptions) => {
      if (options?.force) token = sandbox.renewToken(token);
      return token;
    };
    const { fetch } = sandbox;
    const client = clientOf('https://example.genauth.ai', getAccessToken, { fetch });
    sandbox.addFault({ operation: 'sendSms', kind: 'http', status: 401, account: token });
    await client.sendSms(sms);
    expect(sandbox.calls().map(({ operation }) => operation)).toEqual(['sendSms', 'sendSms']);
    expect(sandbox.outbox(token)).toHaveLength(1);
    expect(sandbox.outbox()).toHaveLength(1);
  });

  test('F50: when it expires between the code and the bind, the phone is bound all the same', async () => {
    const sandbox = createSandbox();
    const first = 'sandbox-ben';
    let renewed = first;
    const getAccessToken = (options?: AccessTokenOptions) => (options?.force ? renewed : first);
    const { fetch } = sandbox;
    const client = clientOf('https://example.genauth.ai', getAccessToken, { fetch });
    await client.sendSms(sms);
    renewed = sandbox.renewToken(first);
    const passCode = sandbox.outbox()[0]?.code ?? '';
    await client.bindPhone({ phoneNumber: sms.phoneNumber, passCode });
    expect((await client.getProfile()).data).toMatchObject({ phone: sms.phoneNumber });
  });

  test('R-08: the second request says what the first one said, whatever became of the input', async () => {
    const body = { phoneNumber: '13800138000', passCode: '123456' };
    const { origin, requests } = await serve(knows('new'));
    const host = hostPage(() => {
      body.phoneNumber = '13900139000';
      return 'new';
    });
    await clientOf(origin, host.getAccessToken).bindPhone(body);
    expect(requests.map((seen) => JSON.parse(seen.body).phoneNumber)).toEqual([
      '13800138000',
      '13800138000',
    ]);
  });

  test('F26: and again with the new token ends as auth after two requests', async () => {
    const { origin, requests } = await serve(reply(NOT_SIGNED_IN));
    const host = hostPage();
    await expect(clientOf(origin, host.getAccessToken).sendSms(sms)).rejects.toMatchObject({
      kind: 'auth',
      outcome: 'notDone',
      apiCode: 2020,
      requestId: 'r-1',
    });
    expect(tokensOf(requests)).toEqual(['old', 'new']);
    expect(host.forced()).toBe(1);
  });

  test.each<[string, () => unknown]>([
    ['brings the same token', () => 'old'],
    ['rejects', () => Promise.reject(new Error('signed out'))],
    ['brings nothing', () => undefined],
    ['brings ""', () => ''],
    ['brings what no header takes', () => 'a\r\nb'],
  ])('F53: a renewal that %s ends as auth after one request', async (_, renew) => {
    const { origin, requests } = await serve(reply(NOT_SIGNED_IN));
    const host = hostPage(renew);
    await expect(clientOf(origin, host.getAccessToken).sendSms(sms)).rejects.toMatchObject({
      kind: 'auth',
      outcome: 'notDone',
      requestId: 'r-1',
    });
    expect(requests).toHaveLength(1);
    expect(host.forced()).toBe(1);
  });

  test('F26: a renewal that failed is tried again for the next gesture', async () => {
    const { origin } = await serve(knows('new'));
    const renewals = ['', 'new'];
    const host = hostPage(() => renewals.shift());
    let token = 'old';
    const client = clientOf(origin, async (options) => {
      if (options?.force) token = String((await host.getAccessToken(options)) || token);
      return token;
    });
    await expect(client.sendSms(sms)).rejects.toMatchObject({ kind: 'auth' });
    await expect(client.sendSms(sms)).resolves.toMatchObject({ statusCode: 200 });
  });

  test('F26: is not renewed for a call that carried none', async () => {
    const { origin, requests } = await serve(reply('', 401));
    const host = { getAccessToken: vi.fn(() => undefined) };
    const client = clientOf(origin, host.getAccessToken);
    const login = { channel: 'CHANNEL_LOGIN', phoneNumber: '13800138000' } as const;
    await expect(client.sendSms(login)).rejects.toMatchObject({ kind: 'auth' });
    await expect(client.getCountryList()).rejects.toMatchObject({ kind: 'auth' });
    expect(requests).toHaveLength(2);
    expect(host.getAccessToken.mock.calls).toEqual([[]]);
  });
});

test.each<[string, Answer]>([
  ['a reset', (response) => response.socket?.resetAndDestroy()],
  ['HTTP 500', reply('', 500)],
  ['HTTP 503 around "not signed in"', reply(NOT_SIGNED_IN, 503)],
  ['HTTP 504', reply('', 504)],
  ['HTTP 401 around a success', reply(OK, 401)],
  ['HTTP 401 around a 504', reply({ statusCode: 504, message: '' }, 401)],
  ['HTTP 403 of a firewall', reply('<html>', 403)],
  ['HTTP 429', reply('', 429)],
  ['429 around apiCode 2020', reply({ statusCode: 429, message: '', apiCode: 2020 })],
  ['an envelope 403', reply({ statusCode: 403, message: '' })],
  ['an envelope 500 with apiCode 2020', reply({ statusCode: 500, message: '', apiCode: 2020 })],
  ['a wrong code', reply({ statusCode: 499, message: '', apiCode: 2001 })],
  ['a locked account', reply({ statusCode: 403, message: '', apiCode: 2005 })],
  ['no JSON', reply('ok')],
])('R-24: %s is never sent again', async (_, answer) => {
  const { origin, requests } = await serve(answer);
  const host = hostPage();
  await expect(clientOf(origin, host.getAccessToken).sendSms(sms)).rejects.toMatchObject({
    name: 'GenAuthError',
  });
  expect(requests).toHaveLength(1);
  expect(host.forced()).toBe(0);
});

test('R-12, F55: a demand to sign in anew is reauth, renews no token, and the same call goes through afterwards', async () => {
  const sandbox = createSandbox();
  const asked = vi.fn(() => 'sandbox-eve');
  const { fetch } = sandbox;
  const client = clientOf('https://example.genauth.ai', asked, { fetch });
  sandbox.addFault({ operation: 'sendSms', kind: 'reauth' });
  await expect(client.sendSms(sms)).rejects.toMatchObject({
    kind: 'reauth',
    outcome: 'notDone',
    requestId: expect.stringMatching(/./),
  });
  expect(sandbox.calls()).toHaveLength(1);
  sandbox.reauthenticate('sandbox-eve');
  await client.sendSms(sms);
  expect(sandbox.outbox()).toHaveLength(1);
  expect(asked.mock.calls).toEqual([[], []]);
});

describe('calls at the same time', () => {
  test('F52: share one renewal', async () => {
    const { origin, requests } = await serve(knows('new'));
    const host = hostPage();
    const client = clientOf(origin, host.getAccessToken);
    await Promise.all([
      client.sendSms(sms),
      client.getProfile(),
      client.getSecurityInfo(),
      client.getProfile(),
    ]);
    expect(host.forced()).toBe(1);
    expect(tokensOf(requests).filter((token) => token === 'new')).toHaveLength(4);
    expect(requests).toHaveLength(8);
  });

  test('F52: share its failure, too', async () => {
    const { origin, requests } = await serve(reply('', 401));
    const host = hostPage(() => Promise.reject(new Error('signed out')));
    const client = clientOf(origin, host.getAccessToken);
    const results = await Promise.allSettled([client.sendSms(sms), client.getProfile()]);
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected', reason: { kind: 'auth' } });
    }
    expect(requests).toHaveLength(2);
    expect(host.forced()).toBe(1);
  });

  test('F52: one refused with the old token after the renewal takes the new one, and renews nothing', async () => {
    let refuseLate = () => {};
    const { origin, requests } = await serve((response, seen) => {
      const isLate =
        seen.url.includes('get-profile') && seen.headers.authorization?.endsWith('old');
      if (isLate) refuseLate = () => reply('', 401)(response, seen);
      else knows('new')(response, seen);
    });
    const host = hostPage();
    const client = clientOf(origin, host.getAccessToken);
    const late = client.getProfile();
    await expect.poll(() => requests.length).toBe(1);
    await client.sendSms(sms);
    expect(host.forced()).toBe(1);
    refuseLate();
    await expect(late).resolves.toMatchObject({ statusCode: 200 });
    expect(host.forced()).toBe(1);
    expect(tokensOf(requests)).toEqual(['old', 'old', 'new', 'new']);
  });

  test('F52: of two clients renew for themselves', async () => {
    const { origin } = await serve(knows('new'));
    const hosts = [hostPage(), hostPage()];
    await Promise.all(hosts.map((host) => clientOf(origin, host.getAccessToken).getProfile()));
    expect(hosts.map((host) => host.forced())).toEqual([1, 1]);
  });

  test('F26: a token that expires a second time is renewed a second time', async () => {
    let valid = 'new1';
    const { origin } = await serve((response, seen) => knows(valid)(response, seen));
    let renewals = 0;
    const host = hostPage(() => {
      renewals += 1;
      return `new${renewals}`;
    });
    const client = clientOf(origin, host.getAccessToken);
    await client.getProfile();
    valid = 'new2';
    await client.getProfile();
    expect(host.forced()).toBe(2);
  });

  test('F52, R-01: in whatever order answers and tokens come, no call goes out more than twice, nor with a token known to be dead', async () => {
    const names = ['getProfile', 'sendSms', 'getSecurityInfo'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 5 }),
        async (scheduler, operations) => {
          const sent: string[] = [];
          let token = 'old';
          let renewals = 0;
          const getAccessToken = async (options?: AccessTokenOptions) => {
            if (!options?.force) return scheduler.schedule(Promise.resolve(token));
            renewals += 1;
            token = await scheduler.schedule(Promise.resolve('new'));
            return token;
          };
          const fetch = async (request: Request) => {
            const bearer = String(request.headers.get('authorization')?.slice('Bearer '.length));
            sent.push(`${bearer} ${new URL(request.url).pathname}`);
            await scheduler.schedule(Promise.resolve());
            return bearer === 'new' ? Response.json(OK) : new Response('', { status: 401 });
          };
          const client = clientOf('https://example.genauth.ai', getAccessToken, { fetch });
          const calls = operations.map(async (name) => {
            await scheduler.schedule(Promise.resolve());
            return name === 'sendSms' ? client.sendSms(sms) : client[name]();
          });
          const results = await scheduler.waitFor(Promise.all(calls));
          expect(results.every(({ statusCode }) => statusCode === 200)).toBe(true);
          expect(renewals).toBe(1);
          const withNew = sent.filter((line) => line.startsWith('new '));
          expect(withNew).toHaveLength(operations.length);
          expect(sent.length).toBeLessThanOrEqual(2 * operations.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('R-22: by the clock', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const never = () => new Promise<never>(() => {});
  const refuse = async () => new Response('', { status: 401 });

  test('F53: a renewal that hangs ends with the call’s own time: nothing was done, and a late token sends nothing', async () => {
    vi.useFakeTimers();
    let giveToken = (_: string) => {};
    const host = hostPage(
      () =>
        new Promise((resolve) => {
          giveToken = resolve;
        }),
    );
    const fetch = vi.fn(refuse);
    const error = clientOf('https://example.genauth.ai', host.getAccessToken, { fetch })
      .sendSms(sms)
      .catch((reason: unknown) => reason);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await error).toMatchObject({ kind: 'timeout', outcome: 'notDone' });
    giveToken('new');
    await vi.advanceTimersByTimeAsync(0);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('F53: nor does it hold the calls of later', async () => {
    vi.useFakeTimers();
    const renewals: (() => unknown)[] = [never, () => 'new'];
    const asked = vi.fn((options?: AccessTokenOptions) =>
      options?.force ? renewals.shift()?.() : 'old',
    );
    const fetch = async (request: Request) =>
      request.headers.get('authorization') === 'Bearer new' ? Response.json(OK) : refuse();
    const client = clientOf('https://example.genauth.ai', asked, { fetch });
    const first = client.getProfile().catch((reason: unknown) => reason);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await first).toMatchObject({ kind: 'timeout' });
    await expect(client.getProfile()).resolves.toMatchObject({ statusCode: 200 });
  });

  test('R-22: both tries have the time of one call', async () => {
    vi.useFakeTimers();
    const late = <T>(value: T) =>
      new Promise<T>((resolve) => {
        setTimeout(resolve, 6_000, value);
      });
    const host = hostPage(() => late('new'));
    const fetch = vi.fn(async (request: Request) =>
      request.headers.get('authorization') === 'Bearer old' ? late(await refuse()) : never(),
    );
    const settled = vi.fn();
    const error = clientOf('https://example.genauth.ai', host.getAccessToken, { fetch })
      .sendSms(sms)
      .catch((reason: unknown) => {
        settled();
        return reason;
      });
    await vi.advanceTimersByTimeAsync(14_999);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await error).toMatchObject({ kind: 'timeout', outcome: 'unknown' });
  });
});

test('R-29: an abort while the token is renewed means that no second request goes out', async () => {
  const caller = new AbortController();
  const fetch = vi.fn(async () => new Response('', { status: 401 }));
  const host = hostPage(() => {
    caller.abort('gone');
    return 'new';
  });
  const client = clientOf('https://example.genauth.ai', host.getAccessToken, { fetch });
  await expect(client.sendSms(sms, { signal: caller.signal })).rejects.toBe('gone');
  await new Promise((done) => setImmediate(done));
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('R-46: a getAccessToken that knows nothing of renewal is still one', () => {
  const options: AuthenticationClientOptions = {
    appId: 'app',
    appHost: 'https://example.genauth.ai',
    getAccessToken: () => 'token',
  };
  const modern: AuthenticationClientOptions['getAccessToken'] = async ({ force } = {}) =>
    force ? 'new' : 'old';
  expect(createAuthenticationClient({ ...options, getAccessToken: modern })).toBeTruthy();
});
