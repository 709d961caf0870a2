/** What can go wrong, in English; what another catalogue lacks is said in these words. */
export const enProblems = {
  empty: 'Enter a phone number, like 138 0013 8000.',
  notANumber: 'This is not a phone number. Enter digits only, like 138 0013 8000.',
  severalNumbers: 'There is more than one number here. Keep only one.',
  extension: 'A text message cannot reach an extension. Enter the number without it.',
  unknownCallingCode: 'There is no country with this calling code. Check the digits after the +.',
  countryNotAllowed: 'Numbers of this country cannot be used here. Choose another country.',
  tooShort: (digits: number) =>
    digits === 1
      ? 'The number is one digit too short.'
      : `The number is ${digits} digits too short.`,
  tooLong: (digits: number) =>
    digits === 1 ? 'The number is one digit too long.' : `The number is ${digits} digits too long.`,
  landline:
    'This looks like a landline, which cannot receive text messages. Press “Send code” again to send anyway.',
  notMobile:
    'This does not look like a mobile number. Check it, or press “Send code” again to send anyway.',

  emailEmpty: 'Enter an e-mail address, like name@example.com.',
  notAnEmail: 'This is not an e-mail address. It has one @ and a domain, like name@example.com.',

  codeMissing: 'Enter the code from the message.',
  codeUnclear: 'Enter only the code: 4 to 8 digits.',
  codeLength: (digits: number) => `Enter only the code: ${digits} digits.`,
  noCodeSent: 'Have a code sent first.',
  codeOfOther: 'The newest code went elsewhere. Go back to where it went, or have one sent here.',

  framed:
    'This page is shown inside a page of another site. To protect your account, nothing is sent or changed from here.',

  offline: 'You are offline. Connect to the internet and try again.',
  network: 'The service could not be reached. Try again in a minute.',
  networkAgain:
    'The service could still not be reached. A blocker in the browser, a VPN or a firewall may be in the way: try without it, or on another network.',
  timeout: 'The service took too long to answer. Try again in a minute.',
  blocked: 'Something between you and the service blocked this. Try another network.',
  server: (seconds: number) =>
    `The service has a problem. Try again in ${time(seconds, 'a few minutes')}.`,
  malformed:
    'The service gave an answer that makes no sense. Check your connection: the sign-in page of a network may be in the way.',

  rateLimited: (seconds: number) =>
    `A code was asked for a short while ago, or the service is busy. If a code arrives, enter it. Otherwise ask again in ${time(seconds, 'a minute')}.`,
  tooManyAttempts: (seconds: number) =>
    `The service takes no more tries for now. Try again in ${time(seconds, 'a minute')}, or ask for another code.`,
  tooManyRequests: (seconds: number) =>
    `Too many requests for now. Try again in ${time(seconds, 'a minute')}.`,
  captchaNeeded: 'The service wants to make sure that you are a person. Try again later.',

  auth: 'You are signed out. Sign in again to go on.',
  signInUnfinished: 'The sign-in is not complete. Sign in again and follow the steps there.',
  reauth: 'Confirm that it is you: sign in once more, then go on here.',

  codeWrong: 'This code is wrong or was used already. Check it, or ask for another.',
  codeWrongAgain:
    'This code was not accepted again, and may no longer be valid. Ask for another code.',
  codeExpired: 'This code has expired. Ask for another.',
  codesWrong: 'One of the two codes is wrong or was used already. Check both, or ask for new ones.',
  codesExpired: 'At least one of the two codes has expired. Ask for new ones.',

  phoneTaken:
    'This number cannot be bound: it is already linked to an account. Use another number.',
  phoneInvalid: 'The service does not accept this number. Check it.',
  countryUnsupported: 'Text messages cannot be sent to this country yet. Use another number.',
  alreadyBound: 'Your account already has a phone number. Change that one instead.',
  samePhone: 'This is the number that your account has now. Enter another one to change it.',
  oldPhoneUnverified: 'Your current number must be confirmed, too. Enter the code sent to it.',
  oldPhoneChanged: 'Your current number is no longer the one shown here. Reload the page.',

  emailTaken:
    'This e-mail address cannot be bound: it is already linked to an account. Use another address.',
  emailInvalid: 'The service does not accept this e-mail address. Check it.',
  emailAlreadyBound: 'Your account already has an e-mail address. Change that one instead.',
  sameEmail: 'This is the address that your account has now. Enter another one to change it.',
  oldEmailUnverified: 'Your current address must be confirmed, too. Enter the code sent to it.',
  oldEmailChanged: 'Your current address is no longer the one shown here. Reload the page.',

  verificationExpired: 'This confirmation is no longer valid. Start again.',
  lastSignIn:
    'This is the only way left to sign in to your account. Add another way first, then remove this one.',
  unbindRefused:
    'This cannot be removed. It may be the only way left to sign in to your account: add another way first.',
  nothingBound: 'Nothing of this kind is bound to your account now. Reload the page.',

  passwordWrong: 'The password was not accepted. Check it and enter it again.',
  passwordWeak: 'This password does not meet the rules. Choose a longer or more varied one.',

  accountLocked: 'Your account is locked, or not active here. Contact the administrator.',
  notAllowed: 'You are not allowed to do this. Contact the administrator.',
  quotaExceeded: 'No more messages can be sent for now. Contact the administrator.',
  planLimit: 'The plan of this service does not allow this for now. Contact the administrator.',
  misconfigured: 'This form is not set up correctly. Contact the administrator.',
  unknown: 'This did not work. Try again, or contact support.',
};

export type ProblemMessages = typeof enProblems;

/** A time to wait, or what to say of one that nobody told. */
function time(seconds: number, untold: string): string {
  if (!(seconds > 0)) return untold;
  if (seconds > 90) return `${Math.ceil(seconds / 60)} minutes`;
  return Number(seconds) === 1 ? '1 second' : `${seconds} seconds`;
}
