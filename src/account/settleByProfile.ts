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
  call: () => Promise<unknown>;
  /** Whether an account shows what the call was to do. */
  isDone: (user: User) => boolean;
  /** Refusals that may follow a call that did it, but whose reply was lost. */
  mayBeDone: (error: GenAuthError) => boolean;
}

/** Does something to an account. An answer that was lost is settled by reading the profile, never by asking again. */
export async function settleByProfile(
  account: Account,
  signal: AbortSignal,
  { call, isDone, mayBeDone }: Doing,
): Promise<void> {
  try {
    await call();
    // Success shows a profile that is fresh; one that cannot be read, or not soon, does not undo the success.
    await within(readProfile(account, signal), PROFILE_MS);
  } catch (error) {
    const needsReading =
      error instanceof GenAuthError && (error.outcome === 'unknown' || mayBeDone(error));
    if (!needsReading) throw error;
    const user = await within(readProfile(account, signal), SETTLE_MS);
    if (!user || !isDone(user)) throw error;
  }
}
