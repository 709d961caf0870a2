import type { Account } from './AccountContext.ts';
import type { Change, PresentContactColumn } from './contact.ts';
import { explain } from './explain.ts';
import type { ServerProblemKind } from './problem.ts';
import { settleByProfile } from './settleByProfile.ts';

/** Refusals that a person also gets whose change was done by a call whose reply was lost. */
const MAY_BE_CHANGED: readonly ServerProblemKind[] = [
  'samePhone',
  'sameEmail',
  'oldPhoneChanged',
  'oldEmailChanged',
  'verificationExpired',
];

/** Replaces a contact by another; a change that is done is a success however we learn of it. */
export function changeContact(
  contact: PresentContactColumn,
  account: Account,
  change: Change,
  signal: AbortSignal,
): Promise<void> {
  return settleByProfile(account, signal, {
    what: `change to ${change.next.to}`,
    call: () => contact.change(account.client, change, { signal }),
    isDone: (user) => contact.isOf(user, change.next.to),
    mayBeDone: (error) => MAY_BE_CHANGED.includes(explain(error)),
  });
}
