import type { GenAuthError } from '../sdk/failure.ts';
import { kindOfCode, overPlan, tooOften } from './apiCodes.ts';
import { isAboutEmail, spendsToken } from './operations.ts';
import type { Problem, ServerProblemKind } from './problem.ts';
import { placeOf } from './problemTable.ts';

/** Where on a form for a phone number a problem belongs. */
export type ProblemField = 'phone' | 'code' | 'form';

/** What a failed call means to the person in front of the form. */
export function explain(error: GenAuthError): ServerProblemKind {
  return kindOfReason(error) ?? kindOfClass(error);
}

/** The same with the seconds that the server asks to wait. */
export function problemOf(error: GenAuthError): Problem & { kind: ServerProblemKind } {
  const { retryAfterMs } = error;
  const kind = explain(error);
  return retryAfterMs === undefined ? { kind } : { kind, by: Math.ceil(retryAfterMs / 1_000) };
}

/** The field of a form for a phone number that a problem is about. */
export function fieldOf(kind: ServerProblemKind): ProblemField {
  const place = placeOf(kind);
  return place === 'contact' ? 'phone' : place;
}

// A finer reason beats the class it came with: a locked account may answer as a server error.
function kindOfReason(error: GenAuthError): ServerProblemKind | undefined {
  const { kind, apiCode, statusCode, outcome } = error;
  const isAnswer = ['refused', 'server', 'auth', 'rateLimited'].includes(kind);
  // An answer that contradicts itself, or a gateway that gave up: what it adds is no reason to believe that nothing was done.
  const isUnclear = statusCode === 200 || (outcome === 'unknown' && kind !== 'refused');
  return !isAnswer || isUnclear || apiCode === undefined ? undefined : kindOfCode(apiCode, error);
}

function kindOfClass({ kind, operation, statusCode = 0 }: GenAuthError): ServerProblemKind {
  if (kind === 'rateLimited') return tooOften(operation);
  if (kind !== 'refused') return kind;
  // Three hundred and something is a sign-in that is to be led elsewhere (contract, section 3.1).
  if (statusCode >= 300 && statusCode < 400) return 'signInUnfinished';
  return (
    BY_OPERATION.get(`${operation} ${statusCode}`) ??
    (spendsToken(operation) && BY_TOKEN.has(statusCode) ? 'verificationExpired' : undefined) ??
    BY_STATUS_CODE.get(statusCode)?.(operation) ??
    'unknown'
  );
}

// What a bare class means depends on what was asked for.
const BY_OPERATION: ReadonlyMap<string, ServerProblemKind> = new Map([
  ['sendSms 400', 'phoneInvalid'],
  ['sendSms 422', 'countryUnsupported'],
  ['sendEmail 400', 'emailInvalid'],
  // The number went through when the code was sent: what is left to be malformed is the code.
  ['bindPhone 400', 'codeWrong'],
  ['bindEmail 400', 'codeWrong'],
  ['unbindPhone 400', 'codeWrong'],
  ['unbindEmail 400', 'codeWrong'],
  ['verifyUpdatePhoneRequest 400', 'codeWrong'],
  ['verifyUpdateEmailRequest 400', 'codeWrong'],
  ['bindPhone 422', 'alreadyBound'],
  ['bindEmail 422', 'emailAlreadyBound'],
  ['unbindPhone 422', 'unbindRefused'],
  ['unbindEmail 422', 'unbindRefused'],
  ['resetPassword 403', 'verificationExpired'],
] as const);

/** Classes in which a token of the step before is refused; the contract names 403, and there is nothing else to refuse. */
const BY_TOKEN: ReadonlySet<number> = new Set([403, 404, 499]);

const BY_STATUS_CODE: ReadonlyMap<number, (operation: string) => ServerProblemKind> = new Map([
  [401, () => 'auth'],
  [402, overPlan],
  [403, () => 'notAllowed'],
  [408, () => 'server'],
  [409, taken],
  [429, tooOften],
  [501, () => 'misconfigured'],
  [601, () => 'server'],
  [602, () => 'server'],
  [603, () => 'server'],
] as const);

function taken(operation: string): ServerProblemKind {
  if (isAboutEmail(operation)) return 'emailTaken';
  return /Phone|Sms/.test(operation) ? 'phoneTaken' : 'unknown';
}
