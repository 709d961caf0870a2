import type { Account } from '../accounts.ts';
import { isRefusal, success } from '../answer.ts';
import { type Call, signedIn } from '../call.ts';
import { contactOf } from '../contacts.ts';
import { isText, readFields, readText } from '../fields.ts';
import { kinds, readMethod, readProof } from '../kinds.ts';
import { type Refusal, refusals } from '../refusals.ts';
import { refuseEncryption } from './password.ts';

/** `verify-delete-account-request` (contract, section 9.14). */
export const verifyDeleteAccount = signedIn((call, account) => {
  const prove = call.body.verifyMethod === 'PASSWORD' ? refusePassword : refuseCode;
  const problem = prove(call, account);
  if (problem) return problem;
  const { userId } = account.user;
  return { data: call.pool.oneTimeTokens.issue('deleteAccountToken', { userId }) };
});

function refusePassword({ body }: Call, { user, password }: Account): Refusal | undefined {
  const payload = readFields(body, 'passwordPayload');
  if (isRefusal(payload)) return payload;
  const given = readText(payload.value, 'password');
  if (!isText(given)) return given;
  const unreadable = refuseEncryption(payload.value);
  if (unreadable) return unreadable;
  if (user.phone || user.email) return refusals.passwordNotEnough;
  return given === password ? undefined : refusals.wrongLogin;
}

function refuseCode({ pool, body }: Call, { user }: Account): Refusal | undefined {
  const method = readMethod(body, [kinds.phone, kinds.email]);
  if (isRefusal(method)) return method;
  const { kind, fields } = method;
  // The e-mail may be left out: it is the account's own in any case.
  const email = kind.kind === 'email' ? (fields.email ?? user.email ?? undefined) : undefined;
  const proof = readProof(kind, { ...fields, email });
  if (isRefusal(proof)) return proof;
  if (contactOf(user, kind.kind)?.address !== proof.contact.address) return kind.refusals.foreign;
  const problem = pool.passcodes.check(kind.channels.delete, proof.contact, proof.code);
  if (!problem) pool.passcodes.use(kind.channels.delete, proof.contact);
  return problem;
}

/** `delete-account` (contract, section 9.14). Every token of the account is void afterwards. */
export const deleteAccount = signedIn(({ pool, body }, account) => {
  const token = readText(body, 'deleteAccountToken');
  if (!isText(token)) return token;
  const grant = pool.oneTimeTokens.read('deleteAccountToken', token);
  if (grant?.userId !== account.user.userId) return refusals.spentToken;
  pool.oneTimeTokens.use(token);
  pool.accounts.remove(account);
  return success;
});
