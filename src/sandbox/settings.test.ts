import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSandbox } from './createSandbox.ts';
import { defaultSettings } from './settings.ts';
import { call, codeFor, toRequest, wrong } from './testCaller.ts';

const token = 'sandbox-settings';
const CHANNEL = 'CHANNEL_BIND_PHONE';
const NUMBER = '13800000000';

function bind(sandbox: ReturnType<typeof createSandbox>, passCode: string) {
  return call(sandbox, 'bind-phone', { phoneNumber: NUMBER, passCode }, { token });
}

describe('a code', () => {
  test('has as many digits as the pool says, and the text and the public configuration agree', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 4, max: 8 }),
        fc.constantFrom('en-US', 'zh-CN'),
        async (codeLength, lang) => {
          const sandbox = createSandbox({ settings: { codeLength } });
          const body = { channel: CHANNEL, phoneNumber: NUMBER };
          await call(sandbox, 'send-sms', body, { token, headers: { 'x-genauth-lang': lang } });
          const [message] = sandbox.outbox();
          expect(message?.code).toMatch(new RegExp(`^\\d{${codeLength}}$`));
          expect(message?.text.match(/\d{4,}/)?.[0]).toBe(message?.code);
          const response = await sandbox.fetch(toRequest('/api/v2/applications/any/public-config'));
          expect(await response.json()).toMatchObject({ data: { verifyCodeLength: codeLength } });
          expect(await bind(sandbox, message?.code ?? '')).toMatchObject({ statusCode: 200 });
        },
      ),
    );
  });

  test('is valid up to its last millisecond and not after', async () => {
    const settings = { smsValidityMs: 90_000 };
    const sandbox = createSandbox({ settings, now: () => 0 });
    const code = await codeFor(sandbox, token, CHANNEL, NUMBER);
    sandbox.advance(89_999);
    expect(await bind(sandbox, wrong(code))).toMatchObject({ statusCode: 499, apiCode: 2001 });
    sandbox.advance(1);
    expect(await bind(sandbox, code)).toMatchObject({ statusCode: 499, apiCode: 2300 });
  });

  test('survives exactly as many wrong tries as the pool says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 5 }), fc.nat({ max: 5 }), async (maxAttempts, tries) => {
        const sandbox = createSandbox({ settings: { maxAttempts } });
        const code = await codeFor(sandbox, token, CHANNEL, NUMBER);
        for (let index = 0; index < tries; index += 1) await bind(sandbox, wrong(code));
        const { statusCode } = await bind(sandbox, code);
        expect(statusCode).toBe(tries <= maxAttempts ? 200 : 499);
      }),
    );
  });

  test('can be asked for again when the lock is over, and then replaces the first', async () => {
    const sandbox = createSandbox({ settings: { resendLockMs: 5_000 }, now: () => 0 });
    const first = await codeFor(sandbox, token, CHANNEL, NUMBER);
    const body = { channel: CHANNEL, phoneNumber: NUMBER };
    sandbox.advance(4_999);
    expect(await call(sandbox, 'send-sms', body, { token })).toMatchObject({ apiCode: 2080 });
    sandbox.advance(1);
    const second = await codeFor(sandbox, token, CHANNEL, NUMBER);
    if (second !== first) expect(await bind(sandbox, first)).toMatchObject({ apiCode: 2001 });
    expect(await bind(sandbox, second)).toMatchObject({ statusCode: 200 });
  });

  test('is locked for its number, not for the account that asked', async () => {
    const sandbox = createSandbox();
    await codeFor(sandbox, 'sandbox-one', CHANNEL, NUMBER);
    const body = { channel: CHANNEL, phoneNumber: NUMBER };
    expect(await call(sandbox, 'send-sms', body, { token: 'sandbox-two' })).toMatchObject({
      statusCode: 429,
      apiCode: 2080,
    });
  });
});

describe('a pool', () => {
  test('without international SMS sends to mainland China only', async () => {
    const sandbox = createSandbox({ settings: { internationalSms: false } });
    const send = (phoneCountryCode?: string) =>
      call(sandbox, 'send-sms', { channel: CHANNEL, phoneNumber: '2015550123', phoneCountryCode });
    const refused = await send('+1');
    expect(refused).toMatchObject({ statusCode: 422 });
    expect(refused).not.toHaveProperty('apiCode');
    expect(await send()).toMatchObject({ statusCode: 200 });
  });

  test('that does not verify the old phone changes it with the new code alone', async () => {
    const sandbox = createSandbox({ settings: { verifyOldPhone: false } });
    sandbox.account({ token, phone: '13800000001' });
    const newPhonePassCode = await codeFor(sandbox, token, CHANNEL, NUMBER);
    const phonePassCodePayload = { newPhoneNumber: NUMBER, newPhonePassCode };
    const body = { verifyMethod: 'PHONE_PASSCODE', phonePassCodePayload };
    const { data } = await call(sandbox, 'verify-update-phone-request', body, { token });
    expect(await call(sandbox, 'update-phone', data, { token })).toMatchObject({ statusCode: 200 });
    expect(await call(sandbox, 'get-profile', undefined, { token })).toMatchObject({
      data: { phone: NUMBER },
    });
  });

  test('with one application refuses the others', async () => {
    const sandbox = createSandbox({ settings: { appId: 'mine' } });
    const refusal = { statusCode: 404, apiCode: 2011 };
    expect(await call(sandbox, 'get-profile', undefined, { token })).toMatchObject(refusal);
    const headers = { 'x-authing-app-id': 'mine' };
    expect(await call(sandbox, 'get-profile', undefined, { token, headers })).toMatchObject({
      statusCode: 200,
    });
  });

  test('with a request limit answers HTTP 429 beyond it, and again in the next second', async () => {
    const sandbox = createSandbox({ settings: { requestsPerSecond: 2 }, now: () => 0 });
    const status = async () => (await sandbox.fetch(toRequest('/api/v3/system'))).status;
    expect([await status(), await status(), await status()]).toEqual([200, 200, 429]);
    sandbox.advance(1_000);
    expect(await status()).toBe(200);
  });

  test('writes messages and errors in the language of the request, else in its own', async () => {
    const sandbox = createSandbox({ settings: { resendLockMs: 0 } });
    const send = async (headers: Record<string, string>) => {
      await call(sandbox, 'send-sms', { channel: CHANNEL, phoneNumber: NUMBER }, { headers });
      return sandbox.outbox()[0]?.text;
    };
    expect(await send({})).toMatch(/^【GenAuth】您的验证码是 \d{6}，1 分钟内有效。$/);
    expect(await send({ 'x-authing-lang': 'en-US' })).toMatch(
      /^Your GenAuth code is \d{6}\. It expires in 1 minute\.$/,
    );
    sandbox.settings({ lang: 'en-US' });
    expect((await call(sandbox, 'get-profile')).message).toBe('Please sign in again.');
  });

  test('says why a setting cannot be, and keeps the rest', () => {
    const sandbox = createSandbox();
    expect(() => sandbox.settings({ codeLength: 3 })).toThrow(/codeLength/);
    expect(() => sandbox.settings({ codeLenght: 4 } as object)).toThrow(/codeLenght/);
    expect(sandbox.settings({ maxAttempts: 3 })).toEqual({ ...defaultSettings, maxAttempts: 3 });
  });
});
