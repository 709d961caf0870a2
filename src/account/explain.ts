import type { GenAuthError } from '../sdk/failure.ts';
import type { ServerProblemKind } from './problem.ts';

/** Where on a form a problem belongs. */
export type ProblemField = 'phone' | 'code' | 'form';

// Several codes mean one thing to a person (contract, section 4): groups, not single codes, are what forms know.
const BY_API_CODE = new Map<number, ServerProblemKind>(
  Object.entries({
    codeWrong: [2001],
    codeExpired: [2300],
    phoneTaken: [1320004],
    phoneInvalid: [2028],
    rateLimited: [1002, 2080, 2100],
    captchaNeeded: [2000],
    auth: [2020, 2206, 2207, 1010001],
    accountLocked: [2005, 2057, 2120008],
    notAllowed: [1001, 2018, 2130010],
    quotaExceeded: [4021, 3720001, 3720002, 3720003],
    misconfigured: [2010, 2011, 2036, 2101, 2224],
    server: [408, 500, 502, 602, 1000],
  } satisfies Partial<Record<ServerProblemKind, number[]>>).flatMap(([kind, codes]) =>
    codes.map((code) => [code, kind as ServerProblemKind] as const),
  ),
);

const BY_STATUS_CODE = new Map<number, ServerProblemKind>([
  [402, 'quotaExceeded'],
  [403, 'notAllowed'],
  [501, 'misconfigured'],
  [601, 'server'],
  [602, 'server'],
  [603, 'server'],
]);

// What a bare class means depends on what was asked for.
const BY_OPERATION = new Map<string, ServerProblemKind>([
  ['sendSms 400', 'phoneInvalid'],
  ['sendSms 422', 'countryUnsupported'],
  ['bindPhone 400', 'codeWrong'],
  ['bindPhone 409', 'phoneTaken'],
  ['bindPhone 422', 'alreadyBound'],
]);

/** What a failed call means to the person in front of the form. */
export function explain(error: GenAuthError): ServerProblemKind {
  const byCode = reasonOf(error);
  if (error.kind === 'refused') {
    return (
      byCode ??
      BY_OPERATION.get(`${error.operation} ${error.statusCode}`) ??
      BY_STATUS_CODE.get(error.statusCode ?? 0) ??
      'unknown'
    );
  }
  // A finer reason beats the class it came with: a locked account may answer as a server error.
  return error.kind === 'server' && byCode ? byCode : error.kind;
}

function reasonOf({ apiCode, statusCode }: GenAuthError): ServerProblemKind | undefined {
  if (apiCode === undefined) return undefined;
  // One code for two things: that the number has an account, and that the account has a number.
  if (apiCode === 2035) return statusCode === 409 ? 'phoneTaken' : 'alreadyBound';
  return BY_API_CODE.get(apiCode);
}

const FIELDS: Partial<Record<ServerProblemKind, ProblemField>> = {
  codeWrong: 'code',
  codeExpired: 'code',
  phoneTaken: 'phone',
  phoneInvalid: 'phone',
  countryUnsupported: 'phone',
  alreadyBound: 'phone',
};

/** The field that a problem is about. */
export function fieldOf(kind: ServerProblemKind): ProblemField {
  return FIELDS[kind] ?? 'form';
}
