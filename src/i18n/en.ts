import type { ContactMessages } from './enContacts.ts';
import type { FlowMessages } from './enFlow.ts';
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
  close: 'Close',
  sendCode: 'Send code',
  sendAgain: 'Send again',
  verificationCode: 'Verification code',
  codeHint: 'We send it as a text message, and never ask for it by phone or chat.',
  codeHintAuto: 'Once it is complete, it is checked at once. We never ask for it by phone or chat.',
  somethingBroke: 'This form stopped working.',
  tryAgain: 'Try again',
  serviceNotReached: 'The service could not be reached. Try again in a moment.',
};

export type FirstMessages = typeof en;

/** The words of the widget in one language. */
export type Messages = FirstMessages &
  /** Fetched apart for English, see `enFlow`. */
  Partial<FlowMessages & ContactMessages> & {
    /** Fetched apart for English, see `enProblems`. */
    problem?: Partial<ProblemMessages>;
    /** Only of a catalogue in full. */
    language?: string;
  };

/** A language in full, such as those at `genauth-account-widget/locales/*`. */
export type Catalogue = Messages & FlowMessages & ContactMessages & { problem: ProblemMessages };

/** Single messages replaced by the host page, or all of them. */
export type MessageOverrides = Partial<Messages>;
