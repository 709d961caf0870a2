import type { MessageOverrides } from '../i18n/en.ts';
import type { CountryCode } from '../phone/callingCodes.ts';
import type { AccessTokenOptions } from '../sdk/options.ts';
import type { OpenForm } from './events.ts';

/** The widgets, as `view` names them. */
export type AccountView =
  | 'bind-phone'
  | 'change-phone'
  | 'unbind-phone'
  | 'phone-settings'
  | 'bind-email'
  | 'change-email'
  | 'unbind-email'
  | 'email-settings';

/** Options that are attributes and properties alike: `app-host` is `appHost`. `undefined` removes the attribute. */
export interface AttributeOptions {
  /** Which widget is shown. */
  view: AccountView | undefined;
  /** Origin of the application, such as `https://example.genauth.ai`. */
  appHost: string | undefined;
  /** Application id, 24 hex characters. */
  appId: string | undefined;
  /** Only needed for tenants that ask for it. */
  userPoolId: string | undefined;
  /** Any text that changes with the person who is signed in: codes of the one before are then forgotten. */
  userKey: string | undefined;
  /** BCP 47: English and Simplified Chinese are built in, all else shows English. Default: the nearest `lang`, then `en`. */
  locale: string | undefined;
  /** Language of the server's messages: `zh-CN`, `en-US`, `ja-JP` or `zh-TW`. Default: that of the form. */
  serverLang: string | undefined;
  /** `x-authing` or `x-genauth`. Default `x-authing`, which both brands' servers know. */
  headerPrefix: string | undefined;
  /** `include` only for tenants whose session is a cookie of the same site. Default `omit`. */
  credentials: string | undefined;
  /** Time for a whole call in milliseconds: 5 000 to 60 000, default 15 000. */
  timeoutMs: number | undefined;
  /** Level of the heading in the page, 1 to 6. Default 2. */
  headingLevel: number | undefined;
  /** Country for numbers without a calling code, ISO 3166-1 alpha-2. Default: the tenant's, then that of the browser. */
  defaultCountry: CountryCode | undefined;
  /** Countries whose numbers may be used, separated by spaces. Default: all that the tenant sends to. */
  allowedCountries: readonly CountryCode[] | undefined;
  /** Countries at the top of the list, separated by spaces. */
  preferredCountries: readonly CountryCode[] | undefined;
  /** The channel by which the tenant sends the code to a new number: `CHANNEL_BIND_PHONE`, the default, or `CHANNEL_UNBIND_PHONE`. */
  newPhoneChannel: string | undefined;
  /** Which form of a card of settings is open; kept up to date by the card. Missing: none. */
  openForm: OpenForm | undefined;
  /** Goes on by itself once the code is complete; the form says so beforehand. */
  autoSubmit: boolean;
  /** Reads the code from the message where the browser can (WebOTP). */
  webOtp: boolean;
  /** Shows the server's own words beside ours, as text. */
  showServerMessage: boolean;
  /** Offers a button where the form knows no way on; pressed, it is `genauth:need-help`. */
  helpButton: boolean;
  /** Works inside a page of another origin, too. Only for pages whose `frame-ancestors` policy names every site that may frame them. */
  allowFramed: boolean;
}

/** Options that no markup can give. */
export interface PropertyOptions {
  /**
   * The signed-in user's access token, asked for before every request and never kept. Nothing is shown before it is set.
   * May reject or return nothing when there is none. With `force` when the server refused the token: renew it.
   */
  getAccessToken:
    | ((options?: AccessTokenOptions) => string | undefined | Promise<string | undefined>)
    | undefined;
  /** Single messages, replaced. */
  messages: MessageOverrides | undefined;
  /** Replaces the global `fetch`, for pages that wrap it. */
  fetch: ((request: Request) => Promise<Response>) | undefined;
}

export type ElementOptions = AttributeOptions & PropertyOptions;
