import type { ProblemKind, ServerProblemKind } from './problem.ts';

/** What a problem is about: the number or address in the form, the code, or neither. */
export type ProblemPlace = 'contact' | 'code' | 'form';

/**
 * What helps.
 *
 * - `sendAgain` have another code sent
 * - `editCode`, `editNumber`, `editEmail`, `editPassword` change what was typed
 * - `wait` let the time pass that the server asks for
 * - `tryAgain` do the same again, later
 * - `checkConnection` look at the network, not at the form
 * - `signIn` sign in again
 * - `reauthenticate` prove once more who is signed in, then go on
 * - `verifyOld` confirm the present number or address, too
 * - `changeInstead` change what is bound instead of binding another
 * - `addSignIn` add another way to sign in first
 * - `startOver` begin the change anew
 * - `reload` read the account again: it is no longer what the form shows
 * - `contactAdmin` ask the administrator; `adminHintOf` may name the setting
 */
export type NextStep =
  | 'sendAgain'
  | 'editCode'
  | 'editNumber'
  | 'editEmail'
  | 'editPassword'
  | 'wait'
  | 'tryAgain'
  | 'checkConnection'
  | 'signIn'
  | 'reauthenticate'
  | 'verifyOld'
  | 'changeInstead'
  | 'addSignIn'
  | 'startOver'
  | 'reload'
  | 'contactAdmin';

const at = (field: ProblemPlace, step: NextStep) => ({ field, step });

/** Every problem of a call: what it is about, and what helps. */
export const problemTable: Readonly<
  Record<ServerProblemKind, { readonly field: ProblemPlace; readonly step: NextStep }>
> = {
  offline: at('form', 'checkConnection'),
  network: at('form', 'tryAgain'),
  networkAgain: at('form', 'checkConnection'),
  timeout: at('form', 'tryAgain'),
  blocked: at('form', 'checkConnection'),
  server: at('form', 'tryAgain'),
  malformed: at('form', 'checkConnection'),

  rateLimited: at('form', 'wait'),
  // Not at the code: it may be right, and nothing is to be corrected in it.
  tooManyAttempts: at('form', 'wait'),
  tooManyRequests: at('form', 'wait'),
  captchaNeeded: at('form', 'tryAgain'),

  auth: at('form', 'signIn'),
  signInUnfinished: at('form', 'signIn'),
  reauth: at('form', 'reauthenticate'),

  codeWrong: at('code', 'editCode'),
  codeWrongAgain: at('code', 'sendAgain'),
  codeExpired: at('code', 'sendAgain'),
  // Two codes travel together, and the answer does not say which of them is meant.
  codesWrong: at('form', 'editCode'),
  codesExpired: at('form', 'sendAgain'),

  phoneTaken: at('contact', 'editNumber'),
  phoneInvalid: at('contact', 'editNumber'),
  countryUnsupported: at('contact', 'editNumber'),
  alreadyBound: at('contact', 'changeInstead'),
  samePhone: at('contact', 'editNumber'),
  oldPhoneUnverified: at('form', 'verifyOld'),
  oldPhoneChanged: at('form', 'reload'),

  emailTaken: at('contact', 'editEmail'),
  emailInvalid: at('contact', 'editEmail'),
  emailAlreadyBound: at('contact', 'changeInstead'),
  sameEmail: at('contact', 'editEmail'),
  oldEmailUnverified: at('form', 'verifyOld'),
  oldEmailChanged: at('form', 'reload'),

  verificationExpired: at('form', 'startOver'),
  lastSignIn: at('form', 'addSignIn'),
  unbindRefused: at('form', 'addSignIn'),
  nothingBound: at('form', 'reload'),

  passwordWrong: at('form', 'editPassword'),
  passwordWeak: at('form', 'editPassword'),

  accountLocked: at('form', 'contactAdmin'),
  notAllowed: at('form', 'contactAdmin'),
  quotaExceeded: at('form', 'contactAdmin'),
  planLimit: at('form', 'contactAdmin'),
  misconfigured: at('form', 'contactAdmin'),
  unknown: at('form', 'tryAgain'),
};

/** What a problem of a call is about, in a form of any contact. */
export function placeOf(kind: ServerProblemKind): ProblemPlace {
  return problemTable[kind].field;
}

/** What helps against a problem. One found before any call says in its text what to correct. */
export function nextStepOf(kind: ProblemKind): NextStep | undefined {
  return isServerProblem(kind) ? problemTable[kind].step : undefined;
}

function isServerProblem(kind: ProblemKind): kind is ServerProblemKind {
  return Object.hasOwn(problemTable, kind);
}
