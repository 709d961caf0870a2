import type { AuthenticationClient } from '../sdk/authenticationClient.ts';
import { GenAuthError } from '../sdk/failure.ts';
import type { PresentContactColumn, Proof } from './contact.ts';
import type { Purpose } from './sendLog.ts';

/**
 * Checks a code that is used up only later, so that a wrong one is corrected where it was typed (contract, section 5.6).
 * Whatever else the server answers decides nothing: the call that uses the code has the last word.
 */
export async function checkCode(
  client: AuthenticationClient,
  contact: PresentContactColumn,
  purpose: Purpose,
  proof: Proof,
  signal: AbortSignal,
): Promise<void> {
  const answer = await contact.check(client, purpose, proof, { signal }).catch(() => undefined);
  signal.throwIfAborted();
  if (answer?.data.isValid !== false) return;
  throw new GenAuthError({
    kind: 'refused',
    outcome: 'notDone',
    operation: 'preCheckCode',
    statusCode: 499,
    apiCode: 2001,
    ...(answer.requestId && { requestId: answer.requestId }),
  });
}
