import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSandbox } from '../sandbox/createSandbox.ts';
import { createAuthenticationClient } from './authenticationClient.ts';
import { readPublicConfig } from './readPublicConfig.ts';
import { reply, serve } from './testServer.ts';

const base = { appId: 'app', getAccessToken: () => 'token' };

async function ask(body: unknown, status?: number) {
  const { origin } = await serve(reply(body, status));
  const client = createAuthenticationClient({ ...base, appHost: origin });
  return { client, result: await client.getPublicConfig().catch((reason: unknown) => reason) };
}

test('R-06, contract 16.4: what shapes a form is handed on, and nothing else', async () => {
  const sms = { enabled: true, defaultISOType: 'US', provider: 'x' };
  const data = {
    verifyCodeLength: 4,
    internationalSmsConfig: sms,
    changePhoneStrategy: { verifyOldPhone: false },
    changeEmailStrategy: { verifyOldEmail: true },
    regexRules: [{ key: 'phone', regex: '(a+)+$' }],
  };
  const { result } = await ask({ statusCode: 200, message: '', data });
  expect(result).toEqual({
    statusCode: 200,
    message: '',
    data: {
      verifyCodeLength: 4,
      internationalSmsConfig: { enabled: true, defaultISOType: 'US' },
      changePhoneStrategy: { verifyOldPhone: false },
      changeEmailStrategy: { verifyOldEmail: true },
    },
  });
});

describe('contract 3: the envelope { code, message, data }', () => {
  const old = (code: unknown, more = {}) => ({ code, message: '', data: {}, ...more });

  test.each([200, '200'])('with %j is a success of getPublicConfig', async (code) => {
    const { result } = await ask(old(code, { data: { verifyCodeLength: 6 } }));
    expect(result).toMatchObject({ statusCode: 200, data: { verifyCodeLength: 6 } });
  });

  test('is malformed to every other operation', async () => {
    const { client } = await ask(old(200));
    const sms = { channel: 'CHANNEL_BIND_PHONE', phoneNumber: '13800138000' } as const;
    for (const call of [client.getProfile, client.getCountryList, () => client.sendSms(sms)]) {
      await expect(call()).rejects.toMatchObject({ kind: 'malformed', outcome: 'unknown' });
    }
  });

  test.each<[string, object, number, string]>([
    ['another code', old(404), 200, 'refused'],
    ['code 401', old(401), 200, 'auth'],
    ['a code that is none', old('2e2'), 200, 'malformed'],
    ['a finer code', old(2011), 200, 'malformed'],
    ['no message', { code: 200, data: {} }, 200, 'malformed'],
    ['no data', { code: 200, message: '' }, 200, 'malformed'],
    ['a statusCode that says no', old(200, { statusCode: 500 }), 200, 'server'],
    ['a statusCode that is none', old(200, { statusCode: null }), 200, 'malformed'],
    ['HTTP 500', old(200), 500, 'server'],
  ])('R-20: with %s is no success', async (_, body, status, kind) => {
    expect((await ask(body, status)).result).toMatchObject({ operation: 'getPublicConfig', kind });
  });
});

test('R-20: a value that is not as documented is left out, and never throws', () => {
  const names = ['verifyCodeLength', 'internationalSmsConfig', 'changePhoneStrategy', 'enabled'];
  const more = ['defaultISOType', 'verifyOldPhone', 'changeEmailStrategy', 'verifyOldEmail'];
  const value = fc.oneof(
    fc.constantFrom(6, 4, 10, 3, 11, 6.5, '6', Number.NaN, true, 'true', 'CN', 'cn', 'CHN', null),
    fc.jsonValue({ maxDepth: 1 }),
  );
  const key = fc.constantFrom(...names, ...more, '__proto__', 'constructor');
  const data = fc.dictionary(key, fc.oneof(value, fc.dictionary(key, value)));
  fc.assert(
    fc.property(data, (json) => {
      const config = readPublicConfig(json);
      const { verifyCodeLength: length, internationalSmsConfig: sms } = config;
      expect(length === undefined || [4, 5, 6, 7, 8, 9, 10].includes(length)).toBe(true);
      expect(['boolean', 'undefined']).toContain(typeof sms?.enabled);
      expect(sms?.defaultISOType ?? 'CN').toMatch(/^[A-Z]{2}$/);
      expect(['boolean', 'undefined']).toContain(typeof config.changePhoneStrategy?.verifyOldPhone);
      expect(['boolean', 'undefined']).toContain(typeof config.changeEmailStrategy?.verifyOldEmail);
      expect(Object.keys(config)).not.toContain('constructor');
    }),
    { numRuns: 10_000 },
  );
});

test('contract 16.4: a configuration of 400 KB, which dresses a sign-in page, is read', async () => {
  const data = { verifyCodeLength: 6, css: 'x'.repeat(400_000) };
  const { result } = await ask({ statusCode: 200, message: '', data });
  expect(result).toMatchObject({ statusCode: 200, data: { verifyCodeLength: 6 } });
});

test.each(['statusCode', 'code'] as const)(
  'contract 16.4: is read from a pool that answers with %s, as its settings stand',
  async (publicConfigStatus) => {
    const settings = { codeLength: 4, internationalSms: false, defaultCountry: 'JP' };
    const sandbox = createSandbox({
      settings: { ...settings, verifyOldPhone: false, publicConfigStatus },
    });
    const appHost = 'https://example.genauth.ai';
    const client = createAuthenticationClient({ ...base, appHost, fetch: sandbox.fetch });
    expect((await client.getPublicConfig()).data).toEqual({
      verifyCodeLength: 4,
      internationalSmsConfig: { enabled: false, defaultISOType: 'JP' },
      changePhoneStrategy: { verifyOldPhone: false },
      changeEmailStrategy: { verifyOldEmail: true },
    });
  },
);
