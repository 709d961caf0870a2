import type { Account } from './AccountContext.ts';
import type { PresentContactColumn } from './contact.ts';
import { contactsOfUser } from './contactsOfUser.ts';
import { explain } from './explain.ts';
import { settleByProfile } from './settleByProfile.ts';

/** Removes a contact; one that is gone is a success however we learn of it. */
export function unbindContact(
  contact: PresentContactColumn,
  account: Account,
  code: string,
  signal: AbortSignal,
): Promise<void> {
  return settleByProfile(account, signal, {
    what: `unbind ${contact.kind}`,
    call: () => contact.unbind(account.client, code, { signal }),
    isDone: (user) => contactsOfUser[contact.kind].of(user) === undefined,
    // One code says both that nothing is bound and that nothing else would be left.
    mayBeDone: (error) => ['nothingBound', 'unbindRefused', 'server'].includes(explain(error)),
  });
}
