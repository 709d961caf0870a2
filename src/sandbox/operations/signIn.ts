import type { Account } from '../accounts.ts';
import { isRefusal } from '../answer.ts';
import type { Operation } from '../call.ts';
import { contactOf } from '../contacts.ts';
import { type Fields, isFields, isText, readFields, readText } from '../fields.ts';
import type { Pool } from '../pool.ts';
import { badRequest, refusals } from '../refusals.ts';
import { refuseEncryption } from './password.ts';

/** `signin` by password; the other ways to sign in are not part of the sandbox. */
export const signIn: Operation = ({ pool, body }) => {
  const { connection } = body;
  if (['PASSCODE', 'LDAP', 'AD'].some((name) => name === connection)) return refusals.unsupported;
  if (connection !== 'PASSWORD') return badRequest('connection must be PASSWORD');
  const payload = readFields(body, 'passwordPayload');
  if (isRefusal(payload)) return payload;
  const password = readText(payload.value, 'password');
  if (!isText(password)) return password;
  const options = isFields(body.options) ? body.options : {};
  const unreadable = refuseEncryption(options);
  if (unreadable) return unreadable;

  const account = findAccount(pool, payload.value);
  if (!account || account.password !== password) return refusals.wrongLogin;
  if (account.user.status !== 'Activated') return refusals.suspended;
  account.user.loginsCount = (account.user.loginsCount ?? 0) + 1;
  account.user.lastLogin = new Date(pool.now()).toISOString();
  const scope = typeof options.scope === 'string' ? options.scope : undefined;
  return {
    data: {
      scope: scope ?? 'openid profile username email phone',
      access_token: pool.sessions.open(account, scope),
      token_type: 'Bearer',
      expire_in: Math.floor(pool.settings.accessTokenMs / 1000),
    },
  };
};

function findAccount(pool: Pool, { email, phone, username, account }: Fields): Account | undefined {
  const isPhone = (user: Account['user'], text: unknown) =>
    text === user.phone || text === contactOf(user, 'phone')?.address;
  return pool.accounts.find(({ user }) => {
    if (typeof email === 'string') return user.email === email.toLowerCase();
    if (typeof phone === 'string') return isPhone(user, phone);
    if (typeof username === 'string') return user.username === username;
    if (typeof account !== 'string') return false;
    return (
      user.username === account || user.email === account.toLowerCase() || isPhone(user, account)
    );
  });
}
