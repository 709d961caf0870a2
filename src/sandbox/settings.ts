// Languages that the header may name (contract, section 18).
const LANGS = ['zh-CN', 'en-US', 'ja-JP', 'zh-TW'] as const;

/** What a user pool's administrator can set, as far as the sandbox follows it (contract, section 16.4). */
export interface Settings {
  /** The one application that exists; empty: every id is accepted. */
  appId: string;
  /** Digits of a code, 4 to 8. */
  codeLength: number;
  /** Life of a code sent to a phone. */
  smsValidityMs: number;
  /** Life of a code sent to an address. */
  emailValidityMs: number;
  /** Wrong tries that a code survives. */
  maxAttempts: number;
  /** Time between two codes for the same channel and address. */
  resendLockMs: number;
  /** Whether a change of the phone needs a code sent to the present one. */
  verifyOldPhone: boolean;
  /** Whether a change of the e-mail needs a code sent to the present one. */
  verifyOldEmail: boolean;
  /** Whether numbers outside +86 can be sent to. */
  internationalSms: boolean;
  /** ISO 3166 code of the country that a form starts with. */
  defaultCountry: string;
  /** Where the public configuration's envelope has its status: `code` is how the oldest servers spell it. */
  publicConfigStatus: 'statusCode' | 'code';
  /** Exact origins that browsers may call from; empty: all. */
  allowedOrigins: string[];
  /** Language of messages to callers that name none. */
  lang: (typeof LANGS)[number];
  /** 0 no check; 1 six characters; 2, 3: and two, all three of letters, digits, symbols. */
  passwordStrength: 0 | 1 | 2 | 3;
  /** Life of the token between the two calls of a change, a reset or a deletion. */
  oneTimeTokenMs: number;
  /** Life of an access token. */
  accessTokenMs: number;
  /** More than this many in one second are answered with HTTP 429; 0: no limit. */
  requestsPerSecond: number;
}

export const defaultSettings: Settings = {
  appId: '',
  codeLength: 6,
  smsValidityMs: 60_000,
  emailValidityMs: 300_000,
  maxAttempts: 1,
  resendLockMs: 60_000,
  verifyOldPhone: true,
  verifyOldEmail: true,
  internationalSms: true,
  defaultCountry: 'CN',
  publicConfigStatus: 'statusCode',
  allowedOrigins: [],
  lang: 'zh-CN',
  passwordStrength: 1,
  oneTimeTokenMs: 60_000,
  accessTokenMs: 1_296_000_000,
  requestsPerSecond: 0,
};

const isBoolean = (value: unknown) => typeof value === 'boolean';
const isText = (value: unknown) => typeof value === 'string';
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;

const isValid: Record<keyof Settings, (value: unknown) => boolean> = {
  appId: isText,
  codeLength: (value) => isCount(value) && Number(value) >= 4 && Number(value) <= 8,
  smsValidityMs: isCount,
  emailValidityMs: isCount,
  maxAttempts: isCount,
  resendLockMs: isCount,
  verifyOldPhone: isBoolean,
  verifyOldEmail: isBoolean,
  internationalSms: isBoolean,
  defaultCountry: (value) => isText(value) && /^[A-Z]{2}$/.test(String(value)),
  publicConfigStatus: (value) => value === 'statusCode' || value === 'code',
  allowedOrigins: (value) => Array.isArray(value) && value.every(isText),
  lang: (value) => LANGS.some((lang) => lang === value),
  passwordStrength: (value) => [0, 1, 2, 3].some((level) => level === value),
  oneTimeTokenMs: isCount,
  accessTokenMs: isCount,
  requestsPerSecond: isCount,
};

/** `settings` with `changes` over them; throws on what no pool can be set to, so that a typo in a test is heard. */
export function mergeSettings(settings: Settings, changes: Partial<Settings>): Settings {
  for (const [name, value] of Object.entries(changes)) {
    if (!Object.hasOwn(isValid, name)) throw new TypeError(`There is no setting "${name}".`);
    if (!isValid[name as keyof Settings](value)) {
      throw new TypeError(`The setting "${name}" cannot be ${JSON.stringify(value)}.`);
    }
  }
  return structuredClone({ ...settings, ...changes });
}
