import type { GenAuthError } from '../sdk/failure.ts';
import { checksCode, isAboutEmail, isReset, isSend, isUpdate } from './operations.ts';
import type { ServerProblemKind } from './problem.ts';

/** The codes that mean one thing wherever they occur (contract, section 4): several codes, one meaning. */
export const codesOfKinds = {
  codeExpired: [2300],
  samePhone: [2230],
  sameEmail: [2208, 2229],
  emailInvalid: [2003, 2204, 1020017],
  oldPhoneUnverified: [2228],
  oldEmailUnverified: [2227],
  oldPhoneChanged: [2038],
  oldEmailChanged: [2037],
  lastSignIn: [2217, 1320010],
  unbindRefused: [1320005],
  nothingBound: [2218, 2219, 1320009],
  passwordWrong: [2006, 2027, 2201, 2203, 2333, 1320011],
  passwordWeak: [2029, 2061, 2071],
  captchaNeeded: [2000],
  auth: [2020, 2206, 2207, 1010001],
  signInUnfinished: [1639, 1640, 1641, 1642, 1643, 1644, 1645, 1666, 1699, 2058, 2921, 2930],
  reauth: [1635, 1636, 1708, 2019],
  accountLocked: [2005, 2057, 2120008],
  notAllowed: [1001, 1576, 1577, 1578, 2018, 2202, 2209, 2210, 2212, 2130010],
  misconfigured: [
    1300, 1301, 1302, 1303, 1304, 1305, 1306, 2010, 2011, 2016, 2017, 2022, 2036, 2101, 2221, 2224,
    2225, 2226, 2231, 3012, 3014, 4212, 7348,
  ],
  server: [408, 500, 502, 602, 1000, 2025, 3013],
} satisfies Partial<Record<ServerProblemKind, readonly number[]>>;

const KIND_OF_CODE: ReadonlyMap<number, ServerProblemKind> = new Map(
  Object.entries(codesOfKinds).flatMap(([kind, codes]) =>
    // `Object.entries` forgets the names; `satisfies` above has checked them.
    codes.map((code) => [code, kind as ServerProblemKind]),
  ),
);

type Situation = Pick<GenAuthError, 'operation' | 'statusCode'>;
type Reading = (situation: Situation) => ServerProblemKind | undefined;

/** The codes whose meaning depends on what was asked for, or on the class that they come with. */
export const codesBySituation: ReadonlyMap<number, Reading> = new Map<number, Reading>([
  // "Wrong" in the class for "too often" is no word about this code, but about the tries.
  [2001, ({ statusCode }) => (statusCode === 429 ? undefined : 'codeWrong')],
  [1002, ({ operation }) => tooOften(operation)],
  [2080, ({ operation }) => tooOften(operation)],
  [2100, ({ operation }) => tooOften(operation)],
  // Who is not signed in learns nothing about whose account there is.
  [2004, ({ operation }) => (isReset(operation) ? undefined : 'accountLocked')],
  // A missing template in one list, a session that is over in another client.
  [2021, ({ operation }) => (operation === 'sendEmail' ? 'misconfigured' : 'auth')],
  [2028, ({ operation }) => (isAboutEmail(operation) ? 'emailInvalid' : 'phoneInvalid')],
  // One code for two things: that the number has an account, and that the account has a number.
  [2035, (situation) => (isOfOther(situation) ? 'phoneTaken' : 'alreadyBound')],
  [2200, (situation) => (isOfOther(situation) ? 'emailTaken' : 'emailAlreadyBound')],
  [1320004, ({ operation }) => (isAboutEmail(operation) ? 'emailTaken' : 'phoneTaken')],
  [4021, ({ operation }) => overPlan(operation)],
  [3720001, ({ operation }) => overPlan(operation)],
  [3720002, ({ operation }) => overPlan(operation)],
  [3720003, ({ operation }) => overPlan(operation)],
]);

/** What a code means, if it means anything here that the class does not say. */
export function kindOfCode(code: number, situation: Situation): ServerProblemKind | undefined {
  return codesBySituation.get(code)?.(situation) ?? KIND_OF_CODE.get(code);
}

/** What "too often" means for what was asked. */
export function tooOften(operation: string): ServerProblemKind {
  if (isSend(operation)) return 'rateLimited';
  return checksCode(operation) ? 'tooManyAttempts' : 'tooManyRequests';
}

/** What "not in the plan" means for what was asked. */
export function overPlan(operation: string): ServerProblemKind {
  return isSend(operation) ? 'quotaExceeded' : 'planLimit';
}

// Whoever changes a contact has one: "bound already" can then only be said of the new one.
function isOfOther({ operation, statusCode }: Situation): boolean {
  return statusCode === 409 || isUpdate(operation);
}
