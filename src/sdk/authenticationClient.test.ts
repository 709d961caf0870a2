import { describe, expect, test } from 'vitest';
import { type AuthenticationClient, createAuthenticationClient } from './authenticationClient.ts';
import { reply, serve } from './testServer.ts';

type Call = (client: AuthenticationClient) => Promise<unknown>;
type Row = [
  operation: keyof AuthenticationClient,
  request: string,
  body: object | null,
  call: Call,
];

const OK = { statusCode: 200, message: '' };
const phone = { phoneNumber: '13800138000', phoneCountryCode: '+86', passCode: '123456' };
const email = { email: 'a@example.com', passCode: '123456' };
const byPhone = { verifyMethod: 'PHONE_PASSCODE', phonePassCodePayload: phone } as const;
const byEmail = { verifyMethod: 'EMAIL_PASSCODE', emailPassCodePayload: email } as const;
const byPassword = { verifyMethod: 'PASSWORD', passwordPayload: { password: 'pw' } } as const;
const newEmail = {
  verifyMethod: 'EMAIL_PASSCODE',
  emailPassCodePayload: { newEmail: 'b@example.com', newEmailPassCode: '1' },
} as const;
const newPhone = {
  verifyMethod: 'PHONE_PASSCODE',
  phonePassCodePayload: { newPhoneNumber: '13900139000', newPhonePassCode: '1' },
} as const;
const sms = { channel: 'CHANNEL_BIND_PHONE', phoneNumber: '13800138000' } as const;
const mail = { channel: 'CHANNEL_BIND_EMAIL', email: 'a@example.com' } as const;
const check = {
  codeType: 'SMS',
  smsCodePayload: { phone: '13800138000', passCode: '1', channel: 'CHANNEL_BIND_PHONE' },
} as const;
const password = { newPassword: 'n', oldPassword: 'o', passwordEncryptType: 'none' } as const;
const reset = { password: 'n', passwordResetToken: 't' };

const commonRows: Row[] = [
  ['bindEmail', 'POST /api/v3/bind-email', email, (c) => c.bindEmail(email)],
  [
    'unbindEmail',
    'POST /api/v3/unbind-email',
    { passCode: '1' },
    (c) => c.unbindEmail({ passCode: '1' }),
  ],
  ['bindPhone', 'POST /api/v3/bind-phone', phone, (c) => c.bindPhone(phone)],
  [
    'unbindPhone',
    'POST /api/v3/unbind-phone',
    { passCode: '1' },
    (c) => c.unbindPhone({ passCode: '1' }),
  ],
  ['updatePassword', 'POST /api/v3/update-password', password, (c) => c.updatePassword(password)],
  [
    'updateEmail',
    'POST /api/v3/update-email',
    { updateEmailToken: 't' },
    (c) => c.updateEmail({ updateEmailToken: 't' }),
  ],
  [
    'updatePhone',
    'POST /api/v3/update-phone',
    { updatePhoneToken: 't' },
    (c) => c.updatePhone({ updatePhoneToken: 't' }),
  ],
  ['resetPassword', 'POST /api/v3/reset-password', reset, (c) => c.resetPassword(reset)],
  [
    'deleteAccount',
    'POST /api/v3/delete-account',
    { deleteAccountToken: 't' },
    (c) => c.deleteAccount({ deleteAccountToken: 't' }),
  ],
  ['sendSms', 'POST /api/v3/send-sms', sms, (c) => c.sendSms(sms)],
  ['sendEmail', 'POST /api/v3/send-email', mail, (c) => c.sendEmail(mail)],
];
const dataRows: Row[] = [
  ['getProfile', 'GET /api/v3/get-profile', null, (c) => c.getProfile()],
  [
    'updateProfile',
    'POST /api/v3/update-profile',
    { name: 'n' },
    (c) => c.updateProfile({ name: 'n' }),
  ],
  ['getSecurityInfo', 'GET /api/v3/get-security-info', null, (c) => c.getSecurityInfo()],
  [
    'verifyUpdateEmailRequest',
    'POST /api/v3/verify-update-email-request',
    newEmail,
    (c) => c.verifyUpdateEmailRequest(newEmail),
  ],
  [
    'verifyUpdatePhoneRequest',
    'POST /api/v3/verify-update-phone-request',
    newPhone,
    (c) => c.verifyUpdatePhoneRequest(newPhone),
  ],
  [
    'verifyResetPasswordRequest',
    'POST /api/v3/verify-reset-password-request',
    byPhone,
    (c) => c.verifyResetPasswordRequest(byPhone),
  ],
  [
    'verifyResetPasswordRequest',
    'POST /api/v3/verify-reset-password-request',
    byEmail,
    (c) => c.verifyResetPasswordRequest(byEmail),
  ],
  [
    'verifyDeleteAccountRequest',
    'POST /api/v3/verify-delete-account-request',
    byPhone,
    (c) => c.verifyDeleteAccountRequest(byPhone),
  ],
  [
    'verifyDeleteAccountRequest',
    'POST /api/v3/verify-delete-account-request',
    byPassword,
    (c) => c.verifyDeleteAccountRequest(byPassword),
  ],
  ['preCheckCode', 'POST /api/v3/pre-check-code', check, (c) => c.preCheckCode(check)],
];
const configRow: Row = [
  'getPublicConfig',
  'GET /api/v2/applications/app/public-config',
  null,
  (c) => c.getPublicConfig(),
];
const listRow: Row = [
  'getCountryList',
  'GET /api/v3/get-country-list',
  null,
  (c) => c.getCountryList(),
];
const bareRow: Row = ['system', 'GET /api/v3/system', null, (c) => c.system()];
const rows: Row[] = [...commonRows, ...dataRows, configRow, listRow, bareRow];

const withoutToken = new Set<keyof AuthenticationClient>([
  ...(['verifyResetPasswordRequest', 'resetPassword', 'getPublicConfig'] as const),
  ...(['getCountryList', 'system'] as const),
]);

async function ask(call: Call, body: unknown, status?: number, headers?: Record<string, string>) {
  const { origin, requests } = await serve(reply(body, status, headers));
  const getAccessToken = () => 'token';
  const client = createAuthenticationClient({ appId: 'app', appHost: origin, getAccessToken });
  const result: unknown = await call(client).catch((reason) => reason);
  return { result, requests };
}

test('every operation has a row below', () => {
  const client = createAuthenticationClient({
    appId: 'app',
    appHost: 'https://example.genauth.ai',
    getAccessToken: () => undefined,
  });
  expect(new Set(rows.map(([operation]) => operation))).toEqual(new Set(Object.keys(client)));
});

test.each(rows)('contract 8: %s is %s', async (operation, request, body, call) => {
  const { requests } = await ask(call, OK);
  expect(requests).toHaveLength(1);
  const [seen] = requests;
  expect(`${seen?.method} ${seen?.url}`).toBe(request);
  expect(seen?.body ? JSON.parse(seen.body) : null).toEqual(body);
  expect(seen?.headers['content-type']).toBe('application/json');
  expect(seen?.headers.authorization).toBe(
    withoutToken.has(operation) ? undefined : 'Bearer token',
  );
});

test.each(rows)(
  'R-21, R-24: %s (%s) fails as itself, once, with all that was said',
  async (operation, _, __, call) => {
    const refusal = { statusCode: 429, message: 'slow', apiCode: '2080', uniqueId: 'u-1' };
    const { result, requests } = await ask(call, refusal, 429, { 'retry-after': '9' });
    expect(result).toMatchObject({
      name: 'GenAuthError',
      operation,
      kind: 'rateLimited',
      httpStatus: 429,
      statusCode: 429,
      apiCode: 2080,
      requestId: 'u-1',
      serverMessage: 'slow',
      retryAfterMs: 9_000,
    });
    expect(requests).toHaveLength(1);
  },
);

test.each(commonRows)(
  'F49, contract 3: %s (%s) needs no data, and hands none on',
  async (_, __, ___, call) => {
    const { result } = await ask(call, { ...OK, requestId: 'r-1', apiCode: 0, data: { a: 1 } });
    expect(result).toEqual({ statusCode: 200, message: '', requestId: 'r-1' });
  },
);

test.each(dataRows)('contract 3: %s (%s) hands on the data', async (_, __, ___, call) => {
  const { result } = await ask(call, { ...OK, data: { a: 1 } });
  expect(result).toEqual({ statusCode: 200, message: '', data: { a: 1 } });
});

describe.each([...dataRows, configRow])('%s (%s)', (operation, _, __, call) => {
  test.each([undefined, null, [], [{}], 'text', 7, true])(
    'R-20, R-23: takes data %j as malformed, and what was done as unknown',
    async (data) => {
      const { result } = await ask(call, { ...OK, data, requestId: 'r-1' });
      expect(result).toMatchObject({
        name: 'GenAuthError',
        operation,
        kind: 'malformed',
        outcome: 'unknown',
        statusCode: 200,
        requestId: 'r-1',
      });
    },
  );
});

describe('getCountryList', () => {
  const [, , , call] = listRow;
  const cn = { alpha2: 'CN', phoneCountryCode: '+86' };
  const us = { alpha2: 'US', phoneCountryCode: '+1' };

  test.each([
    ['a list', [cn, us], [cn, us]],
    ['an empty list', [], []],
    ['one country without a list', cn, [cn]],
  ])('contract 6: reads %s', async (_, data, countries) => {
    const { result } = await ask(call, { ...OK, data });
    expect(result).toEqual({ statusCode: 200, message: '', data: countries });
  });

  test.each([undefined, null, 'CN', 86, [cn, null], ['CN'], [[cn]]])(
    'R-20: takes data %j as malformed',
    async (data) => {
      const { result } = await ask(call, { ...OK, data });
      expect(result).toMatchObject({ operation: 'getCountryList', kind: 'malformed' });
    },
  );
});

describe('system', () => {
  const [, , , call] = bareRow;

  test('contract 7: hands on the bare object', async () => {
    const info = { rsa: { publicKey: 'pem' }, publicIps: [] };
    expect((await ask(call, info)).result).toEqual(info);
  });

  test.each([
    ['an envelope of success', OK, 200, 'malformed'],
    ['an envelope of failure', { statusCode: 500, message: 'down' }, 200, 'server'],
    ['a bare object under HTTP 500', { rsa: {} }, 500, 'server'],
    ['a status that is none', { statusCode: 'x' }, 200, 'malformed'],
    ['a list', [], 200, 'malformed'],
    ['HTML', '<html>', 200, 'malformed'],
    ['nothing', '', 200, 'malformed'],
    ['too much', { publicIps: 'x'.repeat(70_000) }, 200, 'malformed'],
  ])('R-21: takes %s as a failure', async (_, body, status, kind) => {
    expect((await ask(call, body, status)).result).toMatchObject({ operation: 'system', kind });
  });

  test('A12: is still read when Object.prototype is polluted', async () => {
    const polluted = Object.prototype as unknown as Record<string, unknown>;
    const client = createAuthenticationClient({
      appId: 'app',
      appHost: 'https://example.genauth.ai',
      getAccessToken: () => undefined,
      fetch: async () => new Response('{"publicIps":[]}'),
    });
    polluted.statusCode = 200;
    const result = await client.system().finally(() => {
      delete polluted.statusCode;
    });
    expect(result).toEqual({ publicIps: [] });
  });
});

test('contract 9.1: getProfile asks for what was set to true, and for nothing else', async () => {
  const query = { withCustomData: true, withIdentities: false, withDepartmentIds: undefined };
  const { requests } = await ask((client) => client.getProfile(query), { ...OK, data: {} });
  expect(requests[0]?.url).toBe('/api/v3/get-profile?withCustomData=true');
});
