/** Purpose of an SMS code (contract, section 5.4). */
export type SmsChannel =
  | 'CHANNEL_LOGIN'
  | 'CHANNEL_REGISTER'
  | 'CHANNEL_RESET_PASSWORD'
  | 'CHANNEL_BIND_PHONE'
  | 'CHANNEL_UNBIND_PHONE'
  | 'CHANNEL_BIND_MFA'
  | 'CHANNEL_VERIFY_MFA'
  | 'CHANNEL_UNBIND_MFA'
  | 'CHANNEL_COMPLETE_PHONE'
  | 'CHANNEL_IDENTITY_VERIFICATION'
  | 'CHANNEL_DELETE_ACCOUNT';

/** Purpose of an e-mail code (contract, section 5.4). There is none of SMS's kind for changing a phone. */
export type EmailChannel =
  | 'CHANNEL_LOGIN'
  | 'CHANNEL_REGISTER'
  | 'CHANNEL_RESET_PASSWORD'
  | 'CHANNEL_VERIFY_EMAIL_LINK'
  | 'CHANNEL_UPDATE_EMAIL'
  | 'CHANNEL_BIND_EMAIL'
  | 'CHANNEL_UNBIND_EMAIL'
  | 'CHANNEL_VERIFY_MFA'
  | 'CHANNEL_UNLOCK_ACCOUNT'
  | 'CHANNEL_COMPLETE_EMAIL'
  | 'CHANNEL_DELETE_ACCOUNT';

/** How a password is encrypted on the way; `none` is plain text inside TLS (contract, section 7). */
export type PasswordEncryptType = 'none' | 'rsa' | 'sm2';

/** A phone number on the wire: digits without country code, and the country code apart (contract, section 6). */
export interface PhonePassCode {
  phoneNumber: string;
  /** `+` and digits. Omitted means `+86`. */
  phoneCountryCode?: string;
  passCode: string;
}

/** The signed-in user (contract, section 16.1). Which fields come back depends on the token's scopes. */
export interface User {
  userId: string;
  /** ISO 8601, UTC, milliseconds. */
  createdAt: string;
  updatedAt: string;
  status: 'Activated' | 'Suspended' | 'Deactivated' | 'Resigned' | 'Archived';
  workStatus: 'Active' | 'Closed';
  gender: 'M' | 'F' | 'U' | 'W';
  emailVerified: boolean;
  phoneVerified: boolean;
  userSourceType: string;
  email?: string | null;
  /** National number without country code. */
  phone?: string | null;
  /** `+` and digits; null together with a phone means `+86`. */
  phoneCountryCode?: string | null;
  username?: string | null;
  name?: string | null;
  nickname?: string | null;
  photo?: string | null;
  externalId?: string | null;
  /** `YYYY-MM-DD`. */
  birthdate?: string | null;
  country?: string | null;
  province?: string | null;
  city?: string | null;
  address?: string | null;
  streetAddress?: string | null;
  postalCode?: string | null;
  company?: string | null;
  identityNumber?: string | null;
  loginsCount?: number;
  lastLogin?: string | null;
  lastIp?: string | null;
  passwordLastSetAt?: string | null;
  passwordSecurityLevel?: number;
  resetPasswordOnNextLogin?: boolean;
  departmentIds?: string[];
  identities?: Identity[];
  customData?: Record<string, unknown>;
}

/** An account elsewhere that signs in to this one (contract, section 16.3). */
export interface Identity {
  identityId: string;
  extIdpId: string;
  provider: string;
  type: string;
  userIdInIdp: string;
  originConnIds: string[];
}

/** Fields that `updateProfile` accepts (contract, section 9.2). Send only what changed. */
export interface ProfileChanges {
  name?: string;
  nickname?: string;
  /** URL. */
  photo?: string;
  externalId?: string;
  /** `YYYY-MM-DD`. */
  birthdate?: string;
  country?: string;
  province?: string;
  city?: string;
  address?: string;
  streetAddress?: string;
  postalCode?: string;
  gender?: 'M' | 'F' | 'U';
  /** Unique in the user pool. */
  username?: string;
  company?: string;
  customData?: Record<string, unknown>;
  identityNumber?: string;
}

/** What protects the account (contract, section 9.7). The spelling of `Binded` is the server's. */
export interface SecurityInfo {
  /** Strength of the password; scale not documented. */
  passwordSecurityLevel: number;
  mfaEnrolled: boolean;
  passwordSet: boolean;
  emailBinded: boolean;
  phoneBinded: boolean;
  /** Score of the account; scale not documented. */
  securityScore: number;
}

/** A one-time token between the two calls of a change (contract, section 16.2). */
export interface TokenLife {
  /** Seconds. */
  tokenExpiresIn: number;
}

/** A country as the server lists it (contract, section 6). Several countries share a code: key by `alpha2`. */
export interface Country {
  alpha2: string;
  alpha3: string;
  /** `+` and digits. */
  phoneCountryCode: string;
  /** Emoji. */
  flag: string;
  name: Partial<Record<'zh-CN' | 'en-US' | 'zh-TW' | 'ja-JP', { enabled: boolean; value: string }>>;
}

/** Keys and versions of the server (contract, section 7). */
export interface SystemInfo {
  /** PEM, SPKI. */
  rsa: { publicKey: string };
  /** Hex point. */
  sm2: { publicKey: string };
  version: { server: string; console: string; login: string };
  publicIps: string[];
}

/**
 * The part of an application's public configuration that shapes a form (contract, section 16.4).
 * Values that are not as documented are left out, never passed on.
 */
export interface PublicConfig {
  /** Digits of a code, 4 to 10. */
  verifyCodeLength?: number;
  internationalSmsConfig?: {
    /** Whether numbers outside +86 can be sent to, and so whether a country is asked for. */
    enabled?: boolean;
    /** ISO 3166 code of the country that a form starts with, such as `CN`. */
    defaultISOType?: string;
  };
  changePhoneStrategy?: {
    /** Whether a change needs a code to the present phone, too. Not certain to be in the public part. */
    verifyOldPhone?: boolean;
  };
  changeEmailStrategy?: {
    /** As `verifyOldPhone`. */
    verifyOldEmail?: boolean;
  };
}
