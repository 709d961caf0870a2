import authing from 'authing-node-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSandbox } from './createSandbox.ts';
import { serveSandbox } from './node.ts';
import { wrong } from './testCaller.ts';

type Client = InstanceType<typeof authing.AuthenticationClient>;
type Sms = Parameters<Client['sendSms']>[0];
type Email = Parameters<Client['sendEmail']>[0];
type Body<Method extends keyof Client> = Client[Method] extends (body: infer B) => unknown
  ? B
  : never;

const sandbox = createSandbox();
let server: Awaited<ReturnType<typeof serveSandbox>>;

beforeAll(async () => {
  server = await serveSandbox({ port: 0, sandbox });
});
afterAll(() => server.close());

let accounts = 0;
/** A client of the official SDK, signed in as an account that nobody else uses. */
function newUser(state: object = {}) {
  accounts += 1;
  const token = `sandbox-sdk-${accounts}`;
  sandbox.account({ token, ...state });
  const client = newClient(token);

  async function sms(channel: string, phoneNumber: string, phoneCountryCode?: string) {
    const body = { channel, phoneNumber, ...(phoneCountryCode && { phoneCountryCode }) };
    expect(await client.sendSms(body as Sms)).toMatchObject({ statusCode: 200 });
    return sandbox.outbox(token)[0]?.code ?? '';
  }
  async function mail(channel: string, email: string) {
    expect(await client.sendEmail({ channel, email } as Email)).toMatchObject({ statusCode: 200 });
    return sandbox.outbox(token)[0]?.code ?? '';
  }
  const profile = async () => (await client.getProfile({})).data;
  return { client, token, sms, mail, profile };
}

function newClient(accessToken?: string): Client {
  return new authing.AuthenticationClient({
    appId: '64f0c1d2e3a4b5c6d7e8f901',
    appHost: server.url,
    tokenEndPointAuthMethod: 'none',
    ...(accessToken && { accessToken }),
  } as ConstructorParameters<typeof authing.AuthenticationClient>[0]);
}

const updatePhoneBody = (payload: object) =>
  ({
    verifyMethod: 'PHONE_PASSCODE',
    phonePassCodePayload: payload,
  }) as Body<'verifyUpdatePhoneRequest'>;
const updateEmailBody = (payload: object) =>
  ({
    verifyMethod: 'EMAIL_PASSCODE',
    emailPassCodePayload: payload,
  }) as Body<'verifyUpdateEmailRequest'>;
const deletionBody = (body: object) => body as Body<'verifyDeleteAccountRequest'>;

describe('the official SDK', () => {
  test('signs in by username and password, then binds a phone with the raw token', async () => {
    const client = newClient();
    const login = await client.signInByUsernamePassword({
      username: 'demo',
      password: 'Sandbox-1',
    });
    expect(login).toMatchObject({ statusCode: 200, data: { token_type: 'Bearer' } });
    const token = login.data.access_token ?? '';
    client.setAccessToken(token);

    const body = { channel: 'CHANNEL_BIND_PHONE', phoneNumber: '13800000001' } as Sms;
    expect(await client.sendSms(body)).toMatchObject({ statusCode: 200, message: '' });
    const passCode = sandbox.outbox(token)[0]?.code ?? '';
    const bound = await client.bindPhone({ phoneNumber: '13800000001', passCode });
    expect(bound).toEqual({ statusCode: 200, message: '', requestId: expect.any(String) });
    expect((await client.getProfile({})).data).toMatchObject({
      username: 'demo',
      phone: '13800000001',
      phoneCountryCode: '+86',
      phoneVerified: true,
    });
    expect((await client.getSecurityLevel()).data).toMatchObject({ phoneBinded: true });
  });

  test('is refused with a wrong password, whoever the account is', async () => {
    const client = newClient();
    for (const username of ['demo', 'nobody']) {
      expect(
        await client.signInByUsernamePassword({ username, password: 'Sandbox-2' }),
      ).toMatchObject({ statusCode: 403, apiCode: 2333 });
    }
  });

  test('binds, changes and unbinds a phone', async () => {
    const { client, sms, profile } = newUser({ email: 'phone-flow@example.com' });
    const bindCode = await sms('CHANNEL_BIND_PHONE', '2015550101', '+1');
    await client.bindPhone({
      phoneNumber: '2015550101',
      phoneCountryCode: '+1',
      passCode: bindCode,
    });
    expect(await profile()).toMatchObject({ phone: '2015550101', phoneCountryCode: '+1' });

    const oldCode = await sms('CHANNEL_UNBIND_PHONE', '2015550101', '+1');
    const newCode = await sms('CHANNEL_BIND_PHONE', '2015550102', '+1');
    const verified = await client.verifyUpdatePhoneRequest(
      updatePhoneBody({
        oldPhoneNumber: '2015550101',
        oldPhoneCountryCode: '+1',
        oldPhonePassCode: oldCode,
        newPhoneNumber: '2015550102',
        newPhoneCountryCode: '+1',
        newPhonePassCode: newCode,
      }),
    );
    expect(verified).toMatchObject({ statusCode: 200, data: { tokenExpiresIn: 60 } });
    const { updatePhoneToken } = verified.data;
    expect(await client.updatePhone({ updatePhoneToken })).toMatchObject({
      statusCode: 200,
      data: { success: true },
    });
    expect(await profile()).toMatchObject({ phone: '2015550102' });
    expect(await client.updatePhone({ updatePhoneToken })).toMatchObject({ statusCode: 403 });

    sandbox.advance(60_000);
    const passCode = await sms('CHANNEL_UNBIND_PHONE', '2015550102', '+1');
    expect(await client.unbindPhone({ passCode })).toMatchObject({ statusCode: 200 });
    expect(await profile()).toMatchObject({
      phone: null,
      phoneCountryCode: null,
      phoneVerified: false,
    });
  });

  test('binds, changes and unbinds an e-mail', async () => {
    const { client, mail, profile } = newUser({ phone: '13800000011' });
    const bindCode = await mail('CHANNEL_BIND_EMAIL', 'One@Example.com');
    await client.bindEmail({ email: 'one@example.com', passCode: bindCode });
    expect(await profile()).toMatchObject({ email: 'one@example.com', emailVerified: true });

    const oldCode = await mail('CHANNEL_UPDATE_EMAIL', 'one@example.com');
    const newCode = await mail('CHANNEL_UPDATE_EMAIL', 'two@example.com');
    const verified = await client.verifyUpdateEmailRequest(
      updateEmailBody({
        oldEmail: 'one@example.com',
        oldEmailPassCode: oldCode,
        newEmail: 'two@example.com',
        newEmailPassCode: newCode,
      }),
    );
    const { updateEmailToken } = verified.data;
    expect(await client.updateEmail({ updateEmailToken })).toMatchObject({ statusCode: 200 });
    expect(await profile()).toMatchObject({ email: 'two@example.com' });

    const passCode = await mail('CHANNEL_UNBIND_EMAIL', 'two@example.com');
    expect(await client.unbindEmail({ passCode })).toMatchObject({ statusCode: 200 });
    expect(await profile()).toMatchObject({ email: null, emailVerified: false });
  });

  test('changes the password, and signs in with the new one only', async () => {
    const { client } = newUser({ username: 'changer' });
    const update = (oldPassword: string | undefined, newPassword: string) =>
      client.updatePassword({ newPassword, ...(oldPassword !== undefined && { oldPassword }) });
    expect(await update(undefined, 'New-pass-1')).toMatchObject({ statusCode: 400, apiCode: 2201 });
    expect(await update('wrong', 'New-pass-1')).toMatchObject({
      statusCode: 499,
      apiCode: 1320011,
    });
    expect(await update('Sandbox-1', 'short')).toMatchObject({ statusCode: 422, apiCode: 2029 });
    expect(await update('Sandbox-1', 'New-pass-1')).toMatchObject({ statusCode: 200 });

    const signIn = (password: string) =>
      newClient().signInByUsernamePassword({ username: 'changer', password });
    expect(await signIn('Sandbox-1')).toMatchObject({ statusCode: 403 });
    expect(await signIn('New-pass-1')).toMatchObject({ statusCode: 200 });
  });

  test('resets a forgotten password without being signed in', async () => {
    newUser({ phone: '13800000021', username: 'forgetful' });
    const client = newClient();
    const channel = 'CHANNEL_RESET_PASSWORD';
    await client.sendSms({ channel, phoneNumber: '13800000021' } as Sms);
    const passCode = sandbox.outbox().find(({ to }) => to === '+8613800000021')?.code;
    const verified = await client.verifyResetPasswordRequest({
      verifyMethod: 'PHONE_PASSCODE',
      phonePassCodePayload: { phoneNumber: '13800000021', passCode },
    } as Body<'verifyResetPasswordRequest'>);
    const { passwordResetToken } = verified.data;
    const reset = (password: string) => client.resetPassword({ password, passwordResetToken });
    expect(await reset('weak')).toMatchObject({ statusCode: 422, apiCode: 2029 });
    expect(await reset('Fresh-pass-1')).toMatchObject({ statusCode: 200, data: { success: true } });
    expect(await reset('Fresh-pass-2')).toMatchObject({ statusCode: 403 });
    expect(
      await client.signInByUsernamePassword({ username: 'forgetful', password: 'Fresh-pass-1' }),
    ).toMatchObject({ statusCode: 200 });
  });

  test('deletes an account by code, after which its token is void', async () => {
    const { client, sms } = newUser({ phone: '13800000031' });
    const passCode = await sms('CHANNEL_DELETE_ACCOUNT', '13800000031');
    const payload = { phoneNumber: '13800000031', passCode };
    const verified = await client.verifyDeleteAccountRequest(
      deletionBody({ verifyMethod: 'PHONE_PASSCODE', phonePassCodePayload: payload }),
    );
    expect(verified).toMatchObject({ statusCode: 200, data: { tokenExpiresIn: 60 } });
    const { deleteAccountToken } = verified.data;
    expect(await client.deleteAccount({ deleteAccountToken })).toMatchObject({
      statusCode: 200,
      data: { success: true },
    });
    expect(await client.getProfile({})).toMatchObject({ statusCode: 401, apiCode: 2020 });
  });

  test('deletes an account by password only while no contact is bound', async () => {
    const byPassword = (password: string) =>
      deletionBody({ verifyMethod: 'PASSWORD', passwordPayload: { password } });
    const bare = newUser().client;
    expect(await bare.verifyDeleteAccountRequest(byPassword('wrong'))).toMatchObject({
      statusCode: 403,
      apiCode: 2333,
    });
    expect(await bare.verifyDeleteAccountRequest(byPassword('Sandbox-1'))).toMatchObject({
      statusCode: 200,
    });
    const { client } = newUser({ email: 'keep@example.com' });
    expect(await client.verifyDeleteAccountRequest(byPassword('Sandbox-1'))).toMatchObject({
      statusCode: 422,
    });
  });

  test('reads countries, keys and pre-checks a code without using it up', async () => {
    const { client, sms } = newUser();
    const countries = (await client.getCountryList()).data as unknown as object[];
    expect(countries).toContainEqual(
      expect.objectContaining({ alpha2: 'JP', alpha3: 'JPN', phoneCountryCode: '+81', flag: '🇯🇵' }),
    );
    expect(await client.getSystemInfo()).toMatchObject({
      rsa: { publicKey: expect.stringContaining('BEGIN PUBLIC KEY') },
    });
    const passCode = await sms('CHANNEL_BIND_PHONE', '13800000041');
    const preCheck = (code: string) =>
      client.preCheckCode({
        codeType: 'SMS',
        smsCodePayload: { phone: '13800000041', passCode: code, channel: 'CHANNEL_BIND_PHONE' },
      } as Body<'preCheckCode'>);
    expect((await preCheck(wrong(passCode))).data).toMatchObject({ isValid: false });
    expect((await preCheck(passCode)).data).toEqual({ isValid: true });
    expect(await client.bindPhone({ phoneNumber: '13800000041', passCode })).toMatchObject({
      statusCode: 200,
    });
  });
});

describe('the official SDK is refused', () => {
  test('with a wrong code, once, and with the right one after two wrong tries', async () => {
    const { client, sms } = newUser();
    const passCode = await sms('CHANNEL_BIND_PHONE', '13800000101');
    const bind = (code: string) => client.bindPhone({ phoneNumber: '13800000101', passCode: code });
    const refusal = { statusCode: 499, apiCode: 2001 };
    expect(await bind(wrong(passCode))).toMatchObject(refusal);
    expect(await bind(wrong(passCode))).toMatchObject(refusal);
    expect(await bind(passCode)).toMatchObject(refusal);
  });

  test('with a code that was used', async () => {
    const { client, sms, mail } = newUser();
    const passCode = await sms('CHANNEL_BIND_PHONE', '13800000102');
    await client.bindPhone({ phoneNumber: '13800000102', passCode });
    const mailCode = await mail('CHANNEL_BIND_EMAIL', 'used@example.com');
    await client.bindEmail({ email: 'used@example.com', passCode: mailCode });
    sandbox.advance(60_000);
    const unbindCode = await sms('CHANNEL_UNBIND_PHONE', '13800000102');
    await client.unbindPhone({ passCode: unbindCode });
    expect(await client.bindPhone({ phoneNumber: '13800000102', passCode })).toMatchObject({
      statusCode: 499,
      apiCode: 2001,
    });
  });

  test('with a code that has expired', async () => {
    const { client, sms, mail } = newUser();
    const passCode = await sms('CHANNEL_BIND_PHONE', '13800000103');
    const mailCode = await mail('CHANNEL_BIND_EMAIL', 'late@example.com');
    sandbox.advance(60_000);
    const refusal = { statusCode: 499, apiCode: 2300 };
    expect(await client.bindPhone({ phoneNumber: '13800000103', passCode })).toMatchObject(refusal);
    sandbox.advance(240_000);
    expect(await client.bindEmail({ email: 'late@example.com', passCode: mailCode })).toMatchObject(
      refusal,
    );
  });

  test('with a code for another number, country or purpose', async () => {
    const { client, sms } = newUser();
    const passCode = await sms('CHANNEL_BIND_PHONE', '13800000104');
    const refusal = { statusCode: 499, apiCode: 2001 };
    const bind = (phoneNumber: string, phoneCountryCode?: string) =>
      client.bindPhone({ phoneNumber, passCode, ...(phoneCountryCode && { phoneCountryCode }) });
    expect(await bind('13800000105')).toMatchObject(refusal);
    expect(await bind('13800000104', '+1')).toMatchObject(refusal);
    const other = await sms('CHANNEL_VERIFY_MFA', '13800000106');
    expect(await client.bindPhone({ phoneNumber: '13800000106', passCode: other })).toMatchObject(
      refusal,
    );
    expect(await bind('13800000104', '+86')).toMatchObject({ statusCode: 200 });
  });

  test('when it asks for another code too soon, for that number and purpose only', async () => {
    const { client, sms, mail } = newUser();
    const again = { statusCode: 429, apiCode: 2080 };
    await sms('CHANNEL_BIND_PHONE', '13800000107');
    const body = { channel: 'CHANNEL_BIND_PHONE', phoneNumber: '13800000107' };
    expect(await client.sendSms(body as Sms)).toMatchObject(again);
    expect(await client.sendSms({ ...body, phoneCountryCode: '+86' } as Sms)).toMatchObject(again);
    await sms('CHANNEL_UNBIND_PHONE', '13800000107');
    await sms('CHANNEL_BIND_PHONE', '13800000108');
    await mail('CHANNEL_BIND_EMAIL', 'soon@example.com');
    const mailBody = { channel: 'CHANNEL_BIND_EMAIL', email: 'SOON@example.com' };
    expect(await client.sendEmail(mailBody as Email)).toMatchObject(again);
    sandbox.advance(60_000);
    await sms('CHANNEL_BIND_PHONE', '13800000107');
  });

  test('when the number or the address is taken, but only once the code proves who asks', async () => {
    const { client, sms, mail } = newUser();
    const passCode = await sms('CHANNEL_BIND_PHONE', '13900000000');
    const bind = (code: string) => client.bindPhone({ phoneNumber: '13900000000', passCode: code });
    expect(await bind(wrong(passCode))).toMatchObject({ statusCode: 499, apiCode: 2001 });
    expect(await bind(passCode)).toMatchObject({ statusCode: 409, apiCode: 1320004 });
    const mailCode = await mail('CHANNEL_BIND_EMAIL', 'taken@example.com');
    expect(
      await client.bindEmail({ email: 'Taken@example.com', passCode: mailCode }),
    ).toMatchObject({ statusCode: 409, apiCode: 1320004 });
  });

  test('when a phone or an e-mail is bound already', async () => {
    const { client, sms, mail } = newUser({ phone: '13800000109', email: 'has@example.com' });
    const passCode = await sms('CHANNEL_BIND_PHONE', '13800000110');
    expect(await client.bindPhone({ phoneNumber: '13800000110', passCode })).toMatchObject({
      statusCode: 422,
      apiCode: 2035,
    });
    const mailCode = await mail('CHANNEL_BIND_EMAIL', 'more@example.com');
    expect(await client.bindEmail({ email: 'more@example.com', passCode: mailCode })).toMatchObject(
      { statusCode: 422, apiCode: 2200 },
    );
  });

  test('when it would unbind the last way to sign in, or nothing', async () => {
    const onlyPhone = newUser({ phone: '13800000111' });
    const phoneCode = await onlyPhone.sms('CHANNEL_UNBIND_PHONE', '13800000111');
    const onlyEmail = newUser({ email: 'only@example.com' });
    const emailCode = await onlyEmail.mail('CHANNEL_UNBIND_EMAIL', 'only@example.com');
    const phoneRefusal = { statusCode: 422, apiCode: 1320005 };
    expect(await onlyPhone.client.unbindPhone({ passCode: phoneCode })).toMatchObject(phoneRefusal);
    expect(await onlyEmail.client.unbindPhone({ passCode: '123456' })).toMatchObject(phoneRefusal);
    expect(await onlyEmail.client.unbindEmail({ passCode: emailCode })).toMatchObject({
      statusCode: 422,
      apiCode: 1320010,
    });
    expect(await onlyPhone.client.unbindEmail({ passCode: '123456' })).toMatchObject({
      statusCode: 422,
      apiCode: 1320009,
    });
  });

  test('when a change lacks the old phone, names a foreign one, or changes nothing', async () => {
    const { client, sms } = newUser({ phone: '13800000112' });
    const oldCode = await sms('CHANNEL_UNBIND_PHONE', '13800000112');
    const newCode = await sms('CHANNEL_BIND_PHONE', '13800000113');
    newUser({ phone: '13800000120' });
    const takenCode = await sms('CHANNEL_BIND_PHONE', '13800000120');
    const next = { newPhoneNumber: '13800000113', newPhonePassCode: newCode };
    const old = { oldPhoneNumber: '13800000112', oldPhonePassCode: oldCode };
    const verify = (payload: object) => client.verifyUpdatePhoneRequest(updatePhoneBody(payload));
    const is = (statusCode: number, apiCode?: number) =>
      expect.objectContaining({ statusCode, ...(apiCode && { apiCode }) });

    expect(await verify(next)).toEqual(is(422, 2228));
    expect(await verify({ ...next, ...old, oldPhoneNumber: '13800000119' })).toEqual(is(422, 2038));
    expect(await verify({ ...next, ...old, newPhoneNumber: '13800000112' })).toEqual(is(422, 2230));
    expect(await verify({ ...next, ...old, newPhonePassCode: wrong(newCode) })).toEqual(
      is(499, 2001),
    );
    expect(
      await verify({ ...old, newPhoneNumber: '13800000120', newPhonePassCode: takenCode }),
    ).toEqual(is(409, 1320004));
    const verified = await verify({ ...next, ...old });
    expect(verified).toEqual(is(200));
    sandbox.advance(60_000);
    expect(
      await client.updatePhone({ updatePhoneToken: verified.data.updatePhoneToken }),
    ).toMatchObject({ statusCode: 403 });
  });

  test('with somebody else’s update token', async () => {
    const owner = newUser({ phone: '13800000114' });
    const thief = newUser({ phone: '13800000115' });
    const verified = await owner.client.verifyUpdatePhoneRequest(
      updatePhoneBody({
        oldPhoneNumber: '13800000114',
        oldPhonePassCode: await owner.sms('CHANNEL_UNBIND_PHONE', '13800000114'),
        newPhoneNumber: '13800000116',
        newPhonePassCode: await owner.sms('CHANNEL_UNBIND_PHONE', '13800000116'),
      }),
    );
    const { updatePhoneToken } = verified.data;
    expect(await thief.client.updatePhone({ updatePhoneToken })).toMatchObject({ statusCode: 403 });
    expect(await owner.client.updatePhone({ updatePhoneToken })).toMatchObject({ statusCode: 200 });
  });

  test('without a token, or with one that nobody issued', async () => {
    for (const client of [newClient(), newClient('nobody-issued-this')]) {
      expect(await client.getProfile({})).toMatchObject({ statusCode: 401, apiCode: 2020 });
    }
  });
});
