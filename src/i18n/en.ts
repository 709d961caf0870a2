import type { ProblemMessages } from './enProblems.ts';

/** English, and the shape of every other catalogue. */
export const en = {
  bindPhone: 'Bind phone',
  phoneNumber: 'Phone number',
  phoneNumberHint: 'A mobile number that can receive a text message.',
  countryCallingCode: (country: string) => `Country calling code, ${country}`,
  chooseCountry: 'Choose a country',
  searchCountries: 'Search by name or code',
  countriesFound: (count: number) => (count === 1 ? '1 country' : `${count} countries`),
  noCountryFound: 'No country found. Try the calling code, such as +44.',
  countryNotAllowed: 'Not available here',
  countriesNotLoaded:
    'The list of countries could not be loaded. Type the number with + and its code.',
  countryFollowed: (country: string) => `Country read from the number: ${country}.`,
  digitsOnly: 'Only digits belong here, and a + in front.',
  close: 'Close',
  sendCode: 'Send code',
  sendAgain: 'Send again',
  sendAgainIn: (seconds: number) =>
    seconds === 1
      ? 'You can ask for another code in 1 second.'
      : `You can ask for another code in ${seconds} seconds.`,
  sendAgainNow: 'You can ask for another code now.',
  verificationCode: 'Verification code',
  codeHint: 'We send it as a text message, and never ask for it by phone or chat.',
  codeSentTo: (phone: string) => `Code sent to ${phone}.`,
  codeMaybeSentTo: (phone: string) =>
    `A code may be on its way to ${phone}. If a code arrives, enter it.`,
  phoneBound: (phone: string) => `Phone bound: ${phone}`,
  support: 'For support:',
  copy: 'Copy',
  copied: 'Copied',
  somethingBroke: 'This form stopped working.',
  tryAgain: 'Try again',
  serviceNotReached: 'The service could not be reached. Try again in a moment.',
};

/** The words of the widget in one language. */
export type Messages = typeof en & {
  /** Fetched apart for English, see `enProblems`. */
  problem?: Partial<ProblemMessages>;
};

/** Single messages replaced by the host page. */
export type MessageOverrides = Partial<Messages>;
