import type { FlowMessages } from '../i18n/enFlow.ts';
import type { CountryCode } from '../phone/callingCodes.ts';
import type { AuthenticationClient, SuccessWith } from '../sdk/authenticationClient.ts';
import type { CallOptions } from '../sdk/options.ts';
import type { User } from '../sdk/wire.ts';
import type { Problem } from './problem.ts';
import type { Purpose } from './sendLog.ts';

export type ContactKind = 'phone' | 'email';

/** What stands in a form; each form uses the field of its contact. */
export interface FormValues {
  /** Without a country until one was chosen or read from the number: the default then holds. */
  phone: { text: string; country?: CountryCode };
  email: string;
  code: string;
}

/** What the host and the tenant say of contacts. */
export interface ContactRules {
  defaultCountry: CountryCode;
  allowedCountries?: readonly CountryCode[] | undefined;
  preferredCountries?: readonly CountryCode[] | undefined;
  /** Digits of a code, where the tenant says so. */
  codeLength?: number | undefined;
  /** The contact that the account has and that another is to replace. */
  current?: string | undefined;
}

/** A message that says why a code may not have come. */
export type HelpText = Extract<
  keyof FlowMessages,
  'helpSignal' | 'helpSpam' | 'helpRoaming' | 'helpChina' | 'helpJunk' | 'helpMailSlow'
>;

/** A field, read. A contact with a problem is only advised against; a suggestion is what may have been meant. */
export interface ContactReading {
  /** E.164, or an address. */
  to?: string;
  problem?: Problem;
  suggestion?: string;
}

/** A contact and the code that it received. */
export interface Proof {
  to: string;
  code: string;
}

/** What replaces a contact: a code to the new one and, where the tenant wants that, one to the old. */
export interface Change {
  old?: Proof | undefined;
  next: Proof;
}

/** Fields that the host adds to a request for a code, such as the answer to a captcha. */
export type ExtraFields = Readonly<Record<string, string>>;

/** All that differs between a phone and an e-mail; everything else is written once for both. */
export interface ContactColumn {
  kind: ContactKind;
  /** Fetches what reading well needs; resolves also without it. */
  prepare: () => Promise<unknown>;
  read: (values: FormValues, rules: ContactRules) => ContactReading;
  /** The field once nobody is typing in it. */
  settle: (values: FormValues, rules: ContactRules) => FormValues;
  /** The field with a contact in it. */
  write: (values: FormValues, to: string) => FormValues;
  /** In full, in groups that the eye can compare. */
  shown: (to: string) => string;
  /** Only so much that its owner knows it. */
  masked: (to: string) => string;
  /** Whether an account has this contact. */
  isOf: (user: User, to: string) => boolean;
  /** Which messages speak of this contact. */
  words: { change: 'changeContact' | 'changeAddress'; sentTo: 'sentToThis' | 'mailedToThis' };
  /** Why a message may not have come, likeliest first. */
  reasons: (to: string) => readonly HelpText[];
  sendCode: (
    client: AuthenticationClient,
    purpose: Purpose,
    to: string,
    extra: ExtraFields,
    options: CallOptions,
  ) => Promise<unknown>;
  bind: (client: AuthenticationClient, proof: Proof, options: CallOptions) => Promise<unknown>;
}

/** The same for a contact that an account has; apart, because who binds a first one needs none of it. */
export interface PresentContactColumn extends ContactColumn {
  /** Checks a code without using it up. */
  check: (
    client: AuthenticationClient,
    purpose: Purpose,
    proof: Proof,
    options: CallOptions,
  ) => Promise<SuccessWith<{ isValid: boolean }>>;
  unbind: (client: AuthenticationClient, code: string, options: CallOptions) => Promise<unknown>;
  /** Both calls of a change; the token between them is nobody else's (contract, section 16.2). */
  change: (client: AuthenticationClient, change: Change, options: CallOptions) => Promise<unknown>;
}
