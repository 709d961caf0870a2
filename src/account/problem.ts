import type { PhoneProblem } from '../phone/readPhone.ts';

/** Why a call did not do what the person wanted, in the person's terms; `problemTable.ts` says where each belongs and what helps. */
export type ServerProblemKind =
  // No answer, or none that can be used.
  | 'offline'
  | 'network'
  | 'networkAgain'
  | 'timeout'
  | 'blocked'
  | 'server'
  | 'malformed'
  // Too often.
  | 'rateLimited'
  | 'tooManyAttempts'
  | 'tooManyRequests'
  | 'captchaNeeded'
  // The session.
  | 'auth'
  | 'signInUnfinished'
  | 'reauth'
  // The code.
  | 'codeWrong'
  | 'codeWrongAgain'
  | 'codeExpired'
  | 'codesWrong'
  | 'codesExpired'
  // The phone number.
  | 'phoneTaken'
  | 'phoneInvalid'
  | 'countryUnsupported'
  | 'alreadyBound'
  | 'samePhone'
  | 'oldPhoneUnverified'
  | 'oldPhoneChanged'
  // The e-mail address.
  | 'emailTaken'
  | 'emailInvalid'
  | 'emailAlreadyBound'
  | 'sameEmail'
  | 'oldEmailUnverified'
  | 'oldEmailChanged'
  // Changing and removing.
  | 'verificationExpired'
  | 'lastSignIn'
  | 'unbindRefused'
  | 'nothingBound'
  // The password.
  | 'passwordWrong'
  | 'passwordWeak'
  // What only an administrator can change.
  | 'accountLocked'
  | 'notAllowed'
  | 'quotaExceeded'
  | 'planLimit'
  | 'misconfigured'
  | 'unknown';

/** What can be wrong with a code before it is sent anywhere. */
export type CodeProblemKind =
  | 'codeMissing'
  | 'codeUnclear'
  | 'codeLength'
  | 'noCodeSent'
  | 'codeOfOther';

/** Why nothing can be asked for where the form is shown. */
export type PlaceProblemKind = 'framed';

/** Why a text is no e-mail address. */
export type EmailProblemKind = 'emailEmpty' | 'notAnEmail';

export type ProblemKind =
  | PhoneProblem['kind']
  | EmailProblemKind
  | CodeProblemKind
  | PlaceProblemKind
  | ServerProblemKind;

/** Something wrong, as data: its words are chosen when it is shown, in the language shown then. */
export interface Problem {
  kind: ProblemKind;
  /** Digits too few or too many, or that a code has; for a problem of the server, seconds to wait. */
  by?: number;
}

// react-hook-form keeps one string for an error. These two functions are the only ones that know its form.

/** A problem as react-hook-form's `message`. */
export function toFormMessage({ kind, by }: Problem): string {
  return by === undefined ? kind : `${kind} ${by}`;
}

/** The problem that `toFormMessage` wrote. */
export function fromFormMessage(message: string): Problem {
  const [kind, by] = message.split(' ');
  return { kind: kind as ProblemKind, ...(by && { by: Number(by) }) };
}
