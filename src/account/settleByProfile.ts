import type { QueryClient } from '@tanstack/react-query';
import { GenAuthError } from '../sdk/failure.ts';
import type { User } from '../sdk/wire.ts';
import type { Account } from './AccountContext.ts';
import { readProfile } from './profile.ts';
import { within } from './within.ts';

/** How long a person who has waited in vain already waits for word of what was done. */
const SETTLE_MS = 5_000;
/** How long a success waits for the profile to be read. */
const PROFILE_MS = 3_000;

interface Doing {
  /** Tells this from all else that is done to the account. */
  what: string;
  call: () => Promise<unknown>;
  /** Whether an account shows what the call was to do. */
  isDone: (user: User) => boolean;
  /** Refusals that may follow a call that did it, but whose reply was lost. */
  mayBeDone: (error: GenAuthError) => boolean;
}

/** What may have been done although nobody was told, until a profile that was read tells. */
const doubts = new WeakMap<QueryClient, Set<string>>();

/** Does something to an account. An answer that was lost is settled by reading the profile, never by asking again. */
export async function settleByProfile(
  account: Account,
  signal: AbortSignal,
  { what, call, isDone, mayBeDone }: Doing,
): Promise<void> {
  const inDoubt = doubts.get(account.queryClient) ?? new Set();
  doubts.set(account.queryClient, inDoubt);
  const name = `${account.userKey} ${what}`;
  const wasInDoubt = inDoubt.has(name);
  // From the start: whoever leaves before the answer comes knows nothing, either.
  inDoubt.add(name);
  try {
    await call();
    inDoubt.delete(name);
    // Success shows a profile that is fresh; one that cannot be read, or not soon, does not undo the success.
    await within(readProfile(account, signal), PROFILE_MS);
  } catch (error) {
    if (!(error instanceof GenAuthError)) throw error;
    const isUnknown = error.outcome === 'unknown';
    const needsReading = wasInDoubt || isUnknown || mayBeDone(error);
    const user = needsReading && (await within(readProfile(account, signal), SETTLE_MS));
    const hasDone = user ? isDone(user) : undefined;
    // A server that did not answer may still be at it: then a profile without the change settles nothing.
    if (hasDone || (!isUnknown && (user || !wasInDoubt))) inDoubt.delete(name);
    if (hasDone) return;
    // The refusal may be of something that is done: a code that was used, a contact that is there.
    if (wasInDoubt && !user && error.kind === 'refused') throw stillUnknown(error);
    throw error;
  }
}

function stillUnknown({ operation, requestId }: GenAuthError): GenAuthError {
  return new GenAuthError({
    kind: 'network',
    outcome: 'unknown',
    operation,
    ...(requestId !== undefined && { requestId }),
  });
}
