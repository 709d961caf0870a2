import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSandbox } from './createSandbox.ts';
import { operationNames } from './routes.ts';
import { call, codeFor, HOST, toRequest } from './testCaller.ts';

const CHANNEL = 'CHANNEL_BIND_PHONE';

async function control(sandbox: ReturnType<typeof createSandbox>, path: string, body?: unknown) {
  return (await sandbox.fetch(toRequest(`/sandbox/${path}`, body))).json();
}

describe('an account', () => {
  test('of its own opens for every token that starts with sandbox-', async () => {
    const sandbox = createSandbox();
    const profile = async (token: string) =>
      (await call(sandbox, 'get-profile', undefined, { token })).data;
    const one = await profile('sandbox-one');
    expect(one).toMatchObject({ username: 'sandbox-one', phone: null, email: null });
    expect(await profile('sandbox-one')).toEqual(one);
    expect((await profile('sandbox-two'))?.userId).not.toBe(one?.userId);
  });

  test('sees its own messages only', async () => {
    const sandbox = createSandbox();
    await codeFor(sandbox, 'sandbox-one', CHANNEL, '13800000001');
    await codeFor(sandbox, 'sandbox-two', CHANNEL, '13800000002');
    expect(sandbox.outbox('sandbox-one').map(({ to }) => to)).toEqual(['+8613800000001']);
    expect(sandbox.outbox().map(({ to }) => to)).toEqual(['+8613800000002', '+8613800000001']);
    const token = 'sandbox-two';
    const response = await sandbox.fetch(toRequest('/sandbox/outbox', undefined, { token }));
    expect(await response.json()).toEqual(sandbox.outbox('sandbox-two'));
  });

  test('can be given any state that the pool could have', async () => {
    const sandbox = createSandbox();
    const token = 'sandbox-state';
    const { user } = await control(sandbox, 'accounts', {
      token,
      phone: '2015550123',
      phoneCountryCode: '+1',
      password: null,
    });
    expect(user).toMatchObject({ phone: '2015550123', phoneVerified: true });
    expect(await call(sandbox, 'get-security-info', undefined, { token })).toMatchObject({
      data: { phoneBinded: true, emailBinded: false, passwordSet: false },
    });
    sandbox.account({ token, phone: null });
    expect(await call(sandbox, 'get-profile', undefined, { token })).toMatchObject({
      data: { phone: null, phoneCountryCode: null, phoneVerified: false },
    });
    expect(() => sandbox.account({ token, phone: '13900000000' })).toThrow(/phone/);
    expect(() => sandbox.account({ token, username: 'demo' })).toThrow(/username/);
    expect(() => sandbox.account({ token, fone: '1' } as object)).toThrow(/fone/);
  });

  test('that was deleted is not opened again by its token', async () => {
    const sandbox = createSandbox();
    const token = 'sandbox-gone';
    const passwordPayload = { password: 'Sandbox-1' };
    const body = { verifyMethod: 'PASSWORD', passwordPayload };
    const { data } = await call(sandbox, 'verify-delete-account-request', body, { token });
    await call(sandbox, 'delete-account', data, { token });
    expect(await call(sandbox, 'get-profile', undefined, { token })).toMatchObject({
      statusCode: 401,
    });
    expect(await call(sandbox, 'send-sms', {}, { token })).toMatchObject({ statusCode: 401 });
    sandbox.reset();
    expect(await call(sandbox, 'get-profile', undefined, { token })).toMatchObject({
      statusCode: 200,
    });
  });

  test('is locked out while it is suspended, and after its access token has expired', async () => {
    const sandbox = createSandbox({ accounts: [{ username: 'ann', password: 'Secret-1' }] });
    const passwordPayload = { username: 'ann', password: 'Secret-1' };
    const login = { connection: 'PASSWORD', passwordPayload, options: { scope: 'openid email' } };
    const { data } = await call(sandbox, 'signin', login);
    const token = String(data?.access_token);
    sandbox.account({ token, phone: '13800000001', email: 'ann@example.com' });
    expect(await call(sandbox, 'get-profile', undefined, { token })).toMatchObject({
      data: { email: 'ann@example.com', phone: null },
    });
    sandbox.account({ token, status: 'Suspended' });
    expect(await call(sandbox, 'get-profile', undefined, { token })).toMatchObject({
      statusCode: 403,
      apiCode: 2005,
    });
    sandbox.advance(Number(data?.expire_in) * 1000);
    expect(await call(sandbox, 'get-profile', undefined, { token })).toMatchObject({
      statusCode: 401,
    });
  });

  test('changes its profile, but neither its phone nor its e-mail nor to another’s username', async () => {
    const sandbox = createSandbox();
    const token = 'sandbox-profile';
    const update = (body: object) => call(sandbox, 'update-profile', body, { token });
    expect(await update({ nickname: 'Ann', gender: 'F', userId: 'x' })).toMatchObject({
      statusCode: 200,
      data: { nickname: 'Ann', gender: 'F', userId: expect.stringMatching(/^[0-9a-f]{24}$/) },
    });
    expect(await update({ phone: '13800000001' })).toMatchObject({ apiCode: 2226 });
    expect(await update({ email: 'a@example.com' })).toMatchObject({ apiCode: 2225 });
    expect(await update({ username: 'demo' })).toMatchObject({ statusCode: 409, apiCode: 2034 });
    expect(await update({ gender: 'X' })).toMatchObject({ statusCode: 400 });
    expect(await update({ name: 5 })).toMatchObject({ statusCode: 400 });
    expect(await update({ customData: { text: 'x'.repeat(1024) } })).toMatchObject({
      statusCode: 400,
    });
  });
});

describe('a request', () => {
  test('may carry its token raw or as Bearer, and its headers in either family', async () => {
    const sandbox = createSandbox();
    const get = (headers: Record<string, string>) =>
      sandbox
        .fetch(new Request(`${HOST}/api/v3/get-profile`, { headers }))
        .then((response) => response.json());
    for (const app of ['x-authing-app-id', 'X-GenAuth-App-Id', 'x-authing-userpool-id']) {
      for (const authorization of ['sandbox-a', 'Bearer sandbox-a', 'bearer sandbox-a']) {
        expect(await get({ [app]: 'app', authorization })).toMatchObject({
          statusCode: 200,
          data: { username: 'sandbox-a' },
        });
      }
    }
    expect(await get({ authorization: 'sandbox-a' })).toMatchObject({ statusCode: 400 });
  });

  test('with any body gets an envelope with a request id, never an exception', async () => {
    const paths = ['send-sms', 'bind-phone', 'update-profile', 'signin', 'pre-check-code'].concat(
      ['verify-update-phone-request', 'verify-delete-account-request', 'update-password'],
      ['verify-reset-password-request', 'reset-password', 'update-email', 'send-email'],
    );
    const value = fc.oneof(fc.string(), fc.json(), fc.jsonValue(), garbageFields());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), value, async (path, body) => {
        const sandbox = createSandbox();
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        const reply = await call(sandbox, path, text, { token: 'sandbox-garbage' });
        expect(reply).toMatchObject({
          statusCode: expect.any(Number),
          message: expect.any(String),
          requestId: expect.stringMatching(/./),
        });
      }),
      { numRuns: 500 },
    );
  });

  test('with broken JSON is a bad request under HTTP 200', async () => {
    for (const body of ['{', '[]', 'null', '']) {
      const request = toRequest('/api/v3/send-sms', body);
      const response = await createSandbox().fetch(request);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ statusCode: 400 });
    }
  });

  test('to nowhere gets HTTP 404 as JSON', async () => {
    for (const path of ['/api/v3/nothing', '/api/v3/bind-phone', '/elsewhere']) {
      const response = await createSandbox().fetch(toRequest(path));
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ statusCode: 404 });
    }
  });

  test('with a malformed number or address says so before anything is sent', async () => {
    const sandbox = createSandbox();
    const sms = (phoneNumber: unknown, phoneCountryCode?: string) =>
      call(sandbox, 'send-sms', { channel: CHANNEL, phoneNumber, phoneCountryCode });
    for (const reply of [await sms('123'), await sms('138-0000'), await sms('13800000000', '86')]) {
      expect(reply).toMatchObject({ statusCode: 400, apiCode: 2028 });
    }
    expect(await sms('')).not.toHaveProperty('apiCode');
    for (const email of ['a@b', '@b.c', 'a b@c.d', `${'a'.repeat(250)}@b.cd`]) {
      const body = { channel: 'CHANNEL_BIND_EMAIL', email };
      expect(await call(sandbox, 'send-email', body)).toMatchObject({ apiCode: 2204 });
    }
    const body = { channel: 'CHANNEL_BIND_EMAIL', phoneNumber: '13800000000' };
    expect(await call(sandbox, 'send-sms', body)).toMatchObject({ statusCode: 400 });
    expect(sandbox.outbox()).toEqual([]);
  });

  test('with an encrypted password is told that it cannot be read', async () => {
    const body = { oldPassword: 'x', newPassword: 'y', passwordEncryptType: 'rsa' };
    expect(
      await call(createSandbox(), 'update-password', body, { token: 'sandbox-a' }),
    ).toMatchObject({ statusCode: 400, apiCode: 2016 });
  });

  test('is logged without its token’s header', async () => {
    const sandbox = createSandbox();
    await codeFor(sandbox, 'sandbox-a', CHANNEL, '13800000000');
    await call(sandbox, 'get-profile', undefined, { token: 'sandbox-b' });
    expect(sandbox.calls('sandbox-a')).toMatchObject([
      {
        operation: 'sendSms',
        method: 'POST',
        path: '/api/v3/send-sms',
        body: { channel: CHANNEL, phoneNumber: '13800000000' },
        headers: { authorization: 'Bearer', 'content-type': 'application/json' },
      },
    ]);
    expect(await control(sandbox, 'calls')).toEqual(sandbox.calls());
    expect(sandbox.calls()).toHaveLength(2);
  });

  test('that was aborted rejects with the reason', async () => {
    const request = toRequest('/api/v3/system', undefined, { signal: AbortSignal.abort('enough') });
    await expect(createSandbox().fetch(request)).rejects.toBe('enough');
  });
});

describe('the controls', () => {
  test('move the clock on, and never back', async () => {
    const sandbox = createSandbox({ now: () => 1_000 });
    expect(await control(sandbox, 'advance', { ms: 500 })).toEqual({ now: 1_500 });
    for (const ms of [-1, 'x', undefined]) {
      const response = await sandbox.fetch(toRequest('/sandbox/advance', { ms }));
      expect(response.status).toBe(400);
    }
  });

  test('merge settings, and refuse what no pool can be set to', async () => {
    const sandbox = createSandbox();
    expect(await control(sandbox, 'settings', { codeLength: 4 })).toEqual(sandbox.settings());
    expect(sandbox.settings().codeLength).toBe(4);
    const response = await sandbox.fetch(toRequest('/sandbox/settings', { codeLength: 9 }));
    expect(response.status).toBe(400);
    expect(sandbox.settings().codeLength).toBe(4);
  });

  test('reset everything to the beginning', async () => {
    const sandbox = createSandbox({ settings: { codeLength: 8 }, now: () => 0 });
    sandbox.settings({ codeLength: 4 });
    sandbox.advance(10);
    sandbox.account({ token: 'sandbox-a', phone: '13800000000' });
    await codeFor(sandbox, 'sandbox-b', CHANNEL, '13800000001');
    sandbox.addFault({ operation: '*', kind: 'hang' });
    await control(sandbox, 'reset', {});
    expect(sandbox.settings().codeLength).toBe(8);
    expect([sandbox.outbox(), sandbox.calls(), sandbox.advance(0)]).toEqual([[], [], 0]);
    expect(await call(sandbox, 'get-profile', undefined, { token: 'sandbox-a' })).toMatchObject({
      data: { phone: null },
    });
  });

  test('name every operation once', () => {
    expect(new Set(operationNames()).size).toBe(operationNames().length);
  });

  test('of one sandbox do not touch another', async () => {
    const [one, two] = [createSandbox(), createSandbox()];
    one.account({ token: 'sandbox-a', phone: '13800000000' });
    one.settings({ codeLength: 4 });
    expect(two.settings().codeLength).toBe(6);
    expect(() => two.account({ token: 'sandbox-b', phone: '13800000000' })).not.toThrow();
  });
});

/** Bodies with the right names and the wrong values: they get further than random ones. */
function garbageFields() {
  const value = fc.oneof(
    fc.constantFrom('13800000000', '+86', 'CHANNEL_BIND_PHONE', 'SMS', 'PASSWORD', 'none', null),
    fc.constantFrom('PHONE_PASSCODE', 'EMAIL_PASSCODE', 'a@example.com', '123456', '__proto__'),
    fc.jsonValue({ maxDepth: 1 }),
  );
  const names = ['channel', 'phoneNumber', 'phoneCountryCode', 'email', 'passCode', 'password'];
  const more = [
    'newPhoneNumber',
    'newPhonePassCode',
    'oldPhoneNumber',
    'oldPhonePassCode',
    'phone',
  ];
  const fields = (keys: string[], of: fc.Arbitrary<unknown>) =>
    fc.dictionary(fc.constantFrom(...keys, '__proto__', 'constructor'), of);
  const payload = fields([...names, ...more], value);
  return fields(
    [
      ...[...names, 'verifyMethod', 'phonePassCodePayload', 'emailPassCodePayload', 'codeType'],
      ...['smsCodePayload', 'passwordPayload', 'connection', 'options', 'newPassword', 'name'],
      ...[
        'username',
        'customData',
        'updateEmailToken',
        'passwordResetToken',
        'passwordEncryptType',
      ],
    ],
    fc.oneof(value, payload),
  );
}
