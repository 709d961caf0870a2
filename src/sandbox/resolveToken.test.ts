import { expect, test } from 'vitest';
import { createSandbox } from './createSandbox.ts';
import type { TokenOwner } from './sessions.ts';
import { call } from './testCaller.ts';

/** A sandbox and an issuer of tokens beside it. */
function withIssuer() {
  const tokens = new Map<string, TokenOwner>();
  const sandbox = createSandbox({ resolveToken: (token) => tokens.get(token) });
  const state = { username: 'ada', phone: '13800000001', email: 'ada@example.com' };
  const { userId } = sandbox.account(state).user;
  const profileStatus = async (token: string) =>
    (await call(sandbox, 'get-profile', undefined, { token })).statusCode;
  return { tokens, sandbox, userId, profileStatus };
}

test('a token of another issuer is good for its account, until it is taken back', async () => {
  const { tokens, userId, profileStatus } = withIssuer();
  expect(await profileStatus('issued')).toBe(401);
  tokens.set('issued', { userId });
  expect(await profileStatus('issued')).toBe(200);
  tokens.delete('issued');
  expect(await profileStatus('issued')).toBe(401);
});

test('a token for an account that is not here is good for nothing', async () => {
  const { tokens, profileStatus } = withIssuer();
  tokens.set('issued', { userId: '0123456789abcdef01234567' });
  expect(await profileStatus('issued')).toBe(401);
});

test('its scope decides what the profile shows', async () => {
  const { tokens, sandbox, userId } = withIssuer();
  tokens.set('issued', { userId, scope: 'openid email' });
  const { data } = await call(sandbox, 'get-profile', undefined, { token: 'issued' });
  expect(data?.email).toBe('ada@example.com');
  expect(data?.phone ?? null).toBeNull();
});

test('with it the messages of its account are found, and nobody else’s', async () => {
  const { tokens, sandbox, userId } = withIssuer();
  tokens.set('issued', { userId });
  const sms = { channel: 'CHANNEL_UNBIND_PHONE', phoneNumber: '13800000001' };
  expect(await call(sandbox, 'send-sms', sms, { token: 'issued' })).toMatchObject({
    statusCode: 200,
  });
  expect(sandbox.outbox('issued')).toHaveLength(1);
  expect(sandbox.outbox('another')).toEqual([]);
});

test('all accounts can be listed, the oldest first', () => {
  const { sandbox } = withIssuer();
  expect(sandbox.accounts().map(({ username }) => username)).toEqual(['demo', 'taken', 'ada']);
});
