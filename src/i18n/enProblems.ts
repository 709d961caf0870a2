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

  codeMissing: 'Enter the code from the text message.',
  codeUnclear: 'Enter only the code: 4 to 8 digits.',
  noCodeSent: 'Send a code to this number first.',

  offline: 'You are offline. Connect to the internet and try again.',
  network: 'The service could not be reached. Try again in a moment.',
  timeout: 'The service took too long to answer. Try again in a moment.',
  blocked: 'Something between you and the service blocked this. Try another network.',
  rateLimited: 'A code was asked for a short while ago. It may still arrive.',
  server: 'The service has a problem. Try again in a few minutes.',
  malformed:
    'The service gave an answer that makes no sense. Check your connection: a sign-in page may be in the way.',
  auth: 'You are signed out. Sign in again to go on.',
  codeWrong: 'This code is wrong or was used already. Check it, or ask for another.',
  codeExpired: 'This code has expired. Ask for another.',
  phoneTaken: 'This number cannot be bound: it is already linked to an account.',
  phoneInvalid: 'The service does not accept this number. Check it.',
  countryUnsupported: 'Text messages cannot be sent to this country yet. Use another number.',
  alreadyBound: 'Your account already has a phone number. Change that one instead.',
  captchaNeeded: 'The service wants to make sure that you are a person. Try again later.',
  accountLocked: 'Your account is locked. Contact the administrator.',
  notAllowed: 'You are not allowed to do this. Contact the administrator.',
  quotaExceeded: 'No more messages can be sent for now. Contact the administrator.',
  misconfigured: 'This form is not set up correctly. Contact the administrator.',
  unknown: 'This did not work. Try again, or contact support.',
};

export type ProblemMessages = typeof enProblems;
