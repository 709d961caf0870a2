import type { Account } from './AccountContext.ts';
import type { ContactColumn, Proof } from './contact.ts';
import { explain } from './explain.ts';
import type { ServerProblemKind } from './problem.ts';
import { settleByProfile } from './settleByProfile.ts';

/** Refusals that a person also gets for their own contact, bound a moment ago by a call whose reply was lost. */
const MAY_BE_BOUND: readonly ServerProblemKind[] = [
  'alreadyBound',
  'phoneTaken',
  'emailAlreadyBound',
  'emailTaken',
  'server',
];

/** Binds a contact; one's own that is bound is a success however we learn of it. */
export function bindContact(
  contact: ContactColumn,
  account: Account,
  proof: Proof,
  signal: AbortSignal,
): Promise<void> {
  return settleByProfile(account, signal, {
    what: `bind ${proof.to}`,
    call: () => contact.bind(account.client, proof, { signal }),
    isDone: (user) => contact.isOf(user, proof.to),
    mayBeDone: (error) => MAY_BE_BOUND.includes(explain(error)),
  });
}
