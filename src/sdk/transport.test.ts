import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAuthenticationClient } from './authenticationClient.ts';
import type { AuthenticationClientOptions } from './options.ts';
import { reply, serve } from './testServer.ts';

const OK = { statusCode: 200, message: '' };
const TOKEN = 'header.payload.signature';
const base = {
  appId: '0123456789abcdef01234567',
  appHost: 'https://example.genauth.ai',
  getAccessToken: () => TOKEN,
};

async function begin(options: Partial<AuthenticationClientOptions> = {}) {
  const server = await serve(reply(OK));
  const client = createAuthenticationClient({ ...base, appHost: server.origin, ...options });
  return { client, requests: server.requests };
}

test('R-46, R-47: a request carries the token in one header only, and JSON that forces a preflight', async () => {
  const { client, requests } = await begin();
  await client.unbindPhone({ passCode: '123456' });
  expect(requests).toMatchObject([
    {
      method: 'POST',
      url: '/api/v3/unbind-phone',
      body: '{"passCode":"123456"}',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${TOKEN}`,
        'x-authing-app-id': base.appId,
        'x-authing-request-from': 'genauth-account-widget',
      },
    },
  ]);
  const { authorization: _, ...others } = requests[0]?.headers ?? {};
  expect(JSON.stringify([others, requests[0]?.url, requests[0]?.body])).not.toContain(TOKEN);
  expect(Object.keys(others).join()).not.toMatch(
    /x-genauth|x-authing-lang|userpool|cookie|referer/,
  );
});

test('contract 2.2, 18: brand, language and user pool are headers of one family', async () => {
  const { client, requests } = await begin({
    headerPrefix: 'x-genauth',
    lang: 'ja-JP',
    userPoolId: 'pool',
  });
  await client.unbindPhone({ passCode: '1' });
  expect(requests[0]?.headers).toMatchObject({
    'x-genauth-app-id': base.appId,
    'x-genauth-lang': 'ja-JP',
    'x-genauth-userpool-id': 'pool',
    'x-genauth-request-from': 'genauth-account-widget',
  });
  expect(Object.keys(requests[0]?.headers ?? {}).join()).not.toContain('x-authing');
});

test.each(['omit', 'include'] as const)(
  'R-47, R-48: with credentials %s a request has no referrer, no cache and no redirects',
  async (credentials) => {
    const seen: Request[] = [];
    const client = createAuthenticationClient({
      ...base,
      ...(credentials === 'include' && { credentials }),
      fetch: async (request) => {
        seen.push(request);
        return Response.json(OK);
      },
    });
    await client.unbindPhone({ passCode: '1' });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      credentials,
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  },
);

test('R-46: the token is asked for before every request, on its own object and with no argument', async () => {
  const calls: unknown[][] = [];
  const server = await serve(reply(OK));
  const client = createAuthenticationClient({
    ...base,
    appHost: server.origin,
    getAccessToken(...args: unknown[]) {
      calls.push([this.appId, ...args]);
      return Promise.resolve(`t${calls.length}`);
    },
  });
  await client.unbindPhone({ passCode: '1' });
  await client.unbindPhone({ passCode: '1' });
  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer t1',
    'Bearer t2',
  ]);
  expect(calls).toEqual([[base.appId], [base.appId]]);
});

const noToken: [string, () => unknown][] = [
  ['rejects', () => Promise.reject(new Error(`expired ${TOKEN}`))],
  [
    'throws',
    () => {
      throw new Error(TOKEN);
    },
  ],
  ['returns nothing', () => undefined],
  ['returns null', () => null],
  ['returns ""', () => ''],
  ['returns a space', () => ' '],
  ['returns a line break', () => `${TOKEN}\r\nx-evil: 1`],
  ['returns letters that no header takes', () => 'жетон'],
  ['returns a number', () => 7],
];

test.each(noToken)(
  'F53: when getAccessToken %s the call fails as auth and no request goes out',
  async (_, get) => {
    const { client, requests } = await begin({ getAccessToken: get as () => string });
    const error = await client.unbindPhone({ passCode: '1' }).catch((reason) => reason);
    expect(error).toMatchObject({ kind: 'auth', outcome: 'notDone', operation: 'unbindPhone' });
    expect(JSON.stringify(error) + error.stack + error.cause).not.toContain(TOKEN);
    expect(requests).toEqual([]);
  },
);

test.each(noToken)(
  'contract 5.2: when getAccessToken %s a code for somebody not signed in is sent without the header',
  async (_, get) => {
    const { client, requests } = await begin({ getAccessToken: get as () => string });
    await client.sendSms({ channel: 'CHANNEL_RESET_PASSWORD', phoneNumber: '13800138000' });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.headers).not.toHaveProperty('authorization');
    expect(requests[0]?.headers).not.toHaveProperty('x-evil');
  },
);

test.each(['CHANNEL_BIND_PHONE', 'CHANNEL_UNBIND_PHONE', 'CHANNEL_DELETE_ACCOUNT'] as const)(
  'F53: no message is spent on %s while nobody is signed in',
  async (channel) => {
    const { client, requests } = await begin({ getAccessToken: () => undefined });
    const sent = client.sendSms({ channel, phoneNumber: '13800138000' });
    await expect(sent).rejects.toMatchObject({ kind: 'auth', outcome: 'notDone' });
    expect(requests).toEqual([]);
  },
);

test('R-45: a secret is a type error', () => {
  // @ts-expect-error
  const options: AuthenticationClientOptions = { ...base, appSecret: 'x' };
  expect(() => createAuthenticationClient(options)).toThrow(TypeError);
});

test('R-45, A04: no option that is not documented is taken, under whatever name', () => {
  const documented = ['lang', 'userPoolId', 'timeoutMs', 'headerPrefix', 'credentials', 'fetch'];
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'appSecret',
      'secret',
      'accessKeySecret',
      'clientSecret',
      'headers',
      '__proto__',
    ),
  );
  fc.assert(
    fc.property(
      name.filter((text) => ![...documented, ...Object.keys(base)].includes(text)),
      (text) => {
        const options = JSON.parse(`{${JSON.stringify(text)}:"hunter2"}`) as object;
        Object.assign(options, base);
        const create = () => createAuthenticationClient(options as AuthenticationClientOptions);
        expect(create).toThrow(TypeError);
        expect(create).not.toThrow('hunter2');
      },
    ),
  );
});

test('R-48: a host that cannot be meant is refused when the client is made', () => {
  expect(() => createAuthenticationClient({ ...base, appHost: 'http://evil.com' })).toThrow(
    TypeError,
  );
});

test('A11: no app id leads the request, or the token, to another origin', async () => {
  const ids = [
    '../../evil',
    '@evil.com',
    '//evil.com',
    '\\\\evil.com',
    '?x=',
    '#',
    '%2e%2e',
    'a/b',
  ];
  for (const appId of ids) {
    const origins: string[] = [];
    const client = createAuthenticationClient({
      ...base,
      appId,
      fetch: async ({ url }) => {
        origins.push(new URL(url).origin);
        return Response.json({ ...OK, data: {} });
      },
    });
    await client.getPublicConfig();
    expect(origins).toEqual([base.appHost]);
  }
});
