import type { Account } from '../accounts.ts';
import { type Answer, done, isRefusal, success } from '../answer.ts';
import { type Call, type Operation, signedIn } from '../call.ts';
import { bindContact, contactOf, unbindContact } from '../contacts.ts';
import { isText, readText } from '../fields.ts';
import { type Kind, type Proof, readMethod, readProof } from '../kinds.ts';
import { type Refusal, refusals } from '../refusals.ts';
import { touch } from './touch.ts';

/** `bind-phone`, `bind-email` (contract, sections 9.3 and 9.5). */
export const bind = (kind: Kind): Operation =>
  signedIn(({ pool, body }, account) => {
    const proof = readProof(kind, body);
    if (isRefusal(proof)) return proof;
    if (contactOf(account.user, kind.kind)) return kind.refusals.present;
    const problem = pool.passcodes.check(kind.channels.bind, proof.contact, proof.code);
    if (problem) return problem;
    // After the code: only who holds the number may learn that it is taken.
    if (pool.accounts.withContact(proof.contact)) return refusals.taken;
    pool.passcodes.use(kind.channels.bind, proof.contact);
    bindContact(account.user, proof.contact);
    touch(pool, account);
    return done;
  });

/** `unbind-phone`, `unbind-email` (contract, sections 9.4 and 9.6). */
export const unbind = (kind: Kind): Operation =>
  signedIn(({ pool, body }, account) => {
    const code = readText(body, 'passCode');
    if (!isText(code)) return code;
    const contact = contactOf(account.user, kind.kind);
    if (!contact) return kind.refusals.absent;
    const other = kind.kind === 'phone' ? account.user.email : account.user.phone;
    if (!other && !account.user.identities?.length) return kind.refusals.last;
    const problem = pool.passcodes.check(kind.channels.unbind, contact, code);
    if (problem) return problem;
    pool.passcodes.use(kind.channels.unbind, contact);
    unbindContact(account.user, kind.kind);
    touch(pool, account);
    return done;
  });

/** `verify-update-phone-request`, `verify-update-email-request` (contract, sections 9.9 and 9.11). */
export const verifyUpdate = (kind: Kind): Operation =>
  signedIn((call, account) => {
    const method = readMethod(call.body, [kind]);
    if (isRefusal(method)) return method;
    const next = readProof(kind, method.fields, 'new');
    if (isRefusal(next)) return next;
    const isOldGiven = Boolean(method.fields[kind.passCodeField('old')]);
    const old = isOldGiven ? readProof(kind, method.fields, 'old') : undefined;
    if (old && isRefusal(old)) return old;
    return (
      refuseUpdate(kind, call, account, next, old) ?? grantUpdate(kind, call, account, next, old)
    );
  });

function refuseUpdate(kind: Kind, { pool }: Call, { user }: Account, next: Proof, old?: Proof) {
  const current = contactOf(user, kind.kind);
  if (!current) return kind.refusals.absent;
  if (next.contact.address === current.address) return kind.refusals.unchanged;
  if (!old && pool.settings[kind.verifyOld]) return kind.refusals.unverified;
  if (old && old.contact.address !== current.address) return kind.refusals.foreign;
  const problem: Refusal | undefined =
    (old && pool.passcodes.check(kind.channels.updateOld, old.contact, old.code)) ??
    pool.passcodes.check(kind.channels.updateNew, next.contact, next.code);
  return problem ?? (pool.accounts.withContact(next.contact) && refusals.taken);
}

function grantUpdate(
  kind: Kind,
  { pool }: Call,
  { user }: Account,
  next: Proof,
  old?: Proof,
): Answer {
  if (old) pool.passcodes.use(kind.channels.updateOld, old.contact);
  pool.passcodes.use(kind.channels.updateNew, next.contact);
  const grant = { userId: user.userId, contact: next.contact };
  return { data: pool.oneTimeTokens.issue(kind.updateToken, grant) };
}

/** `update-phone`, `update-email` (contract, sections 9.10 and 9.12). */
export const update = (kind: Kind): Operation =>
  signedIn(({ pool, body }, account) => {
    const token = readText(body, kind.updateToken);
    if (!isText(token)) return token;
    const grant = pool.oneTimeTokens.read(kind.updateToken, token);
    if (!grant?.contact || grant.userId !== account.user.userId) return refusals.spentToken;
    pool.oneTimeTokens.use(token);
    if (pool.accounts.withContact(grant.contact)) return refusals.taken;
    bindContact(account.user, grant.contact);
    touch(pool, account);
    return success;
  });
