import type { Account } from '../accounts.ts';
import { done, isRefusal, success } from '../answer.ts';
import { type Operation, signedIn } from '../call.ts';
import { type Fields, isText, readText } from '../fields.ts';
import { kinds, readMethod, readProof } from '../kinds.ts';
import { strengthOf } from '../passwords.ts';
import type { Pool } from '../pool.ts';
import { badRequest, type Refusal, refusals } from '../refusals.ts';
import { touch } from './touch.ts';

/**
 * Only plain passwords can be read: a browser has no means to decrypt what GenAuth's keys encrypt
 * (contract, section 7), and the sandbox runs in browsers.
 */
export function refuseEncryption(fields: Fields): Refusal | undefined {
  const type = fields.passwordEncryptType ?? 'none';
  if (type === 'none') return undefined;
  return type === 'rsa' || type === 'sm2'
    ? refusals.passwordUnreadable
    : badRequest('passwordEncryptType must be one of: none, rsa, sm2');
}

function setPassword(pool: Pool, account: Account, password: string): Refusal | undefined {
  if (strengthOf(password) < pool.settings.passwordStrength) return refusals.passwordWeak;
  account.password = password;
  account.user.passwordLastSetAt = new Date(pool.now()).toISOString();
  touch(pool, account);
  return undefined;
}

/** `update-password` (contract, section 9.8). */
export const updatePassword = signedIn(({ pool, body }, account) => {
  const password = readText(body, 'newPassword');
  if (!isText(password)) return password;
  const unreadable = refuseEncryption(body);
  if (unreadable) return unreadable;
  const resetToken = body.passwordResetToken;
  if (resetToken !== undefined) {
    const grant = pool.oneTimeTokens.read('passwordResetToken', String(resetToken));
    if (grant?.userId !== account.user.userId) return refusals.spentToken;
  } else if (account.password !== undefined) {
    if (!body.oldPassword) return refusals.oldPasswordMissing;
    if (body.oldPassword !== account.password) return refusals.oldPasswordWrong;
  }
  const weak = setPassword(pool, account, password);
  if (weak) return weak;
  pool.oneTimeTokens.use(String(resetToken));
  return done;
});

/** `verify-reset-password-request` (contract, section 9.13). */
export const verifyResetPassword: Operation = ({ pool, body }) => {
  const method = readMethod(body, [kinds.phone, kinds.email]);
  if (isRefusal(method)) return method;
  const proof = readProof(method.kind, method.fields);
  if (isRefusal(proof)) return proof;
  const channels = method.kind.channels.reset;
  const problem = pool.passcodes.check(channels, proof.contact, proof.code);
  if (problem) return problem;
  const account = pool.accounts.withContact(proof.contact);
  if (!account) return refusals.unknownAccount;
  pool.passcodes.use(channels, proof.contact);
  const { userId } = account.user;
  return { data: pool.oneTimeTokens.issue('passwordResetToken', { userId }) };
};

/** `reset-password` (contract, section 9.13). A refused password does not spend the token. */
export const resetPassword: Operation = ({ pool, body }) => {
  const password = readText(body, 'password');
  if (!isText(password)) return password;
  const token = readText(body, 'passwordResetToken');
  if (!isText(token)) return token;
  const unreadable = refuseEncryption(body);
  if (unreadable) return unreadable;
  const grant = pool.oneTimeTokens.read('passwordResetToken', token);
  const account = grant && pool.accounts.withId(grant.userId);
  if (!account) return refusals.spentToken;
  const weak = setPassword(pool, account, password);
  if (weak) return weak;
  pool.oneTimeTokens.use(token);
  return success;
};
