import { digitsOf } from '../phone/digits.ts';
import type { Phone } from '../phone/readPhone.ts';
import { GenAuthError } from '../sdk/failure.ts';
import type { Account } from './AccountContext.ts';
import { explain } from './explain.ts';
import type { ServerProblemKind } from './problem.ts';
import { sendLog } from './sendLog.ts';

/** The minute in which the server accepts no second code for the same purpose and number (contract, section 5.1). */
const COOLDOWN_MS = 60_000;
/** After an answer that was lost: long enough to look at the phone. */
const SOFT_PAUSE_MS = 10_000;
/** How long a success waits for the profile to be read. */
const PROFILE_MS = 3_000;

/** Refusals that a person also gets for their own number, bound a moment ago by a call whose reply was lost. */
const MAY_BE_BOUND: readonly ServerProblemKind[] = ['alreadyBound', 'phoneTaken', 'server'];

/** Sends a code for binding, and notes it. Rejects with a `GenAuthError` when none, or perhaps none, was sent. */
export async function sendBindCode(
  { client }: Account,
  phone: Phone,
  signal: AbortSignal,
): Promise<void> {
  try {
    await client.sendSms({ channel: 'CHANNEL_BIND_PHONE', ...onWire(phone) }, { signal });
    sendLog.record('bind', phone.e164, 'sent', COOLDOWN_MS);
  } catch (error) {
    // The form went away while the request was on its way.
    if (signal.aborted) sendLog.record('bind', phone.e164, 'maybe', SOFT_PAUSE_MS);
    if (error instanceof GenAuthError) {
      // "Too soon" is the server's word that a code went out a moment ago.
      if (explain(error) === 'rateLimited') {
        sendLog.record('bind', phone.e164, 'maybe', error.retryAfterMs ?? COOLDOWN_MS);
      } else if (error.outcome === 'unknown') {
        sendLog.record('bind', phone.e164, 'maybe', error.retryAfterMs ?? SOFT_PAUSE_MS);
      } else if (error.retryAfterMs !== undefined) {
        sendLog.record('bind', phone.e164, 'refused', error.retryAfterMs);
      }
    }
    throw error;
  }
}

/**
 * Binds. An answer that was lost, or that may follow one that was, is settled by reading the profile:
 * the person's own number, bound, is a success however we learn of it.
 */
export async function bindPhone(
  account: Account,
  phone: Phone,
  code: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await account.client.bindPhone({ ...onWire(phone), passCode: code }, { signal });
    // Success shows a profile that is fresh; one that cannot be read, or not soon, does not undo the success.
    await Promise.race([
      isBound(account, phone, signal).catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, PROFILE_MS)),
    ]);
  } catch (error) {
    const needsReading =
      error instanceof GenAuthError &&
      (error.outcome === 'unknown' || MAY_BE_BOUND.includes(explain(error)));
    if (!needsReading) throw error;
    if (!(await isBound(account, phone, signal).catch(() => false))) throw error;
  }
  sendLog.clear('bind');
}

/** Reads the profile anew, into the cache, and says whether this number is bound in it. */
async function isBound(
  { client, queryClient }: Account,
  phone: Phone,
  signal: AbortSignal,
): Promise<boolean> {
  const queryKey = ['genauth', 'profile'];
  // A read that is under way began before the bind, and would be joined.
  await queryClient.cancelQueries({ queryKey });
  const { data } = await queryClient.fetchQuery({
    queryKey,
    queryFn: () => client.getProfile({}, { signal }),
    staleTime: 0,
    retry: false,
    networkMode: 'always',
  });
  const callingCode = digitsOf(String(data.phoneCountryCode ?? '86'));
  return data.phone === phone.nationalNumber && callingCode === phone.callingCode;
}

function onWire({ nationalNumber, callingCode }: Phone) {
  return { phoneNumber: nationalNumber, phoneCountryCode: `+${callingCode}` };
}
