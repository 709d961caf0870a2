import { decodeEnvelope, type Envelope } from './envelope.ts';
import type { FailureDetails } from './failure.ts';

/** A reply, judged: either the envelope of a success, or what went wrong. */
export type Verdict =
  | { ok: true; envelope: Envelope }
  | { ok: false; failure: Omit<FailureDetails, 'operation'> };

/**
 * Judges a reply by its HTTP status and its text (`undefined`: too long to be ours).
 * Success needs both a 2xx and a decoded `statusCode` 200 (contract, section 3);
 * `isOldToo`: or the oldest servers' `code` 200.
 */
export function judge(httpStatus: number, text: string | undefined, isOldToo = false): Verdict {
  const isHttpOk = httpStatus >= 200 && httpStatus < 300;
  const envelope = text === undefined ? undefined : decodeEnvelope(text, isOldToo);
  if (envelope?.statusCode === 200 && isHttpOk) return { ok: true, envelope };
  return {
    ok: false,
    failure: {
      ...classify(httpStatus, isHttpOk, envelope?.statusCode, envelope?.apiCode),
      httpStatus,
      ...(envelope && {
        statusCode: envelope.statusCode,
        // A message may repeat the number or the code; errors must not carry them.
        serverMessage: envelope.message.replace(/\d{4,}/g, '••••'),
        ...(envelope.apiCode !== undefined && { apiCode: envelope.apiCode }),
        ...(envelope.requestId !== undefined && { requestId: envelope.requestId }),
      }),
    },
  };
}

/**
 * Whether the server refused the access token, and so did nothing else.
 * An answer that contradicts itself, such as 401 around a 5xx, is no proof of that.
 */
export function isTokenRefused(verdict: Verdict): boolean {
  if (verdict.ok) return false;
  const { kind, outcome, httpStatus, statusCode } = verdict.failure;
  const isBelow500 = (status: number | undefined) => status === undefined || status < 500;
  return (
    kind === 'auth' && outcome === 'notDone' && isBelow500(httpStatus) && isBelow500(statusCode)
  );
}

// "Not signed in" in several words, seen under several statuses (contract, section 4).
const NOT_SIGNED_IN: ReadonlySet<number | undefined> = new Set([2020, 2206, 2207, 1010001]);

// A second factor, the person's or the application's, or a new sign-in (contract, section 17).
const REAUTH: ReadonlySet<number | undefined> = new Set([1635, 1636, 1708]);

function classify(
  httpStatus: number,
  isHttpOk: boolean,
  statusCode: number | undefined,
  apiCode: number | undefined,
): Pick<FailureDetails, 'kind' | 'outcome'> {
  // A body that contradicts its status: the backend may have acted.
  const outcome = statusCode === 200 ? 'unknown' : 'notDone';
  // Before 401: another token of the same sign-in would be refused, too.
  if (REAUTH.has(apiCode) && statusCode !== 200 && httpStatus < 500) {
    return { kind: 'reauth', outcome };
  }
  if (statusCode === 401 || httpStatus === 401) return { kind: 'auth', outcome };
  if (statusCode === 429 || httpStatus === 429) return { kind: 'rateLimited', outcome };
  if (statusCode === 200) return { kind: 'server', outcome };
  if (NOT_SIGNED_IN.has(apiCode)) return { kind: 'auth', outcome };
  // A gateway that gave up waiting.
  if (statusCode === 504 || httpStatus === 504) return { kind: 'server', outcome: 'unknown' };
  if (statusCode !== undefined) {
    const isServerFault = statusCode >= 500 && statusCode < 600 && statusCode !== 501;
    return { kind: isServerFault ? 'server' : 'refused', outcome: 'notDone' };
  }
  if (isHttpOk) return { kind: 'malformed', outcome: 'unknown' };
  return { kind: httpStatus === 403 ? 'blocked' : 'server', outcome: 'notDone' };
}
