import { GenAuthError } from '../sdk/failure.ts';
import type { Account } from './AccountContext.ts';
import type { ContactColumn, Proof } from './contact.ts';
import { explain } from './explain.ts';
import type { ServerProblemKind } from './problem.ts';
import { readProfile } from './profile.ts';
import { within } from './within.ts';

/** How long a success waits for the profile to be read. */
const PROFILE_MS = 3_000;

/** Refusals that a person also gets for their own contact, bound a moment ago by a call whose reply was lost. */
const MAY_BE_BOUND: readonly ServerProblemKind[] = ['alreadyBound', 'phoneTaken', 'server'];

/**
 * Binds. An answer that was lost, or that may follow one that was, is settled by reading the profile:
 * the person's own contact, bound, is a success however we learn of it.
 */
export async function bindContact(
  contact: ContactColumn,
  account: Account,
  proof: Proof,
  signal: AbortSignal,
): Promise<void> {
  const isBound = async () => contact.ofUser(await readProfile(account, signal)) === proof.to;
  try {
    await contact.bind(account.client, proof, { signal });
    // Success shows a profile that is fresh; one that cannot be read, or not soon, does not undo the success.
    await within(isBound(), PROFILE_MS);
  } catch (error) {
    const needsReading =
      error instanceof GenAuthError &&
      (error.outcome === 'unknown' || MAY_BE_BOUND.includes(explain(error)));
    if (!needsReading) throw error;
    if (!(await isBound().catch(() => false))) throw error;
  }
}
