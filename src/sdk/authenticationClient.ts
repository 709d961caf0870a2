import { type AuthenticationClientOptions, type CallOptions, readOptions } from './options.ts';
import { transport } from './transport.ts';
import type {
  Country,
  EmailChannel,
  PasswordEncryptType,
  PhonePassCode,
  ProfileChanges,
  PublicConfig,
  SecurityInfo,
  SmsChannel,
  SystemInfo,
  TokenLife,
  User,
} from './wire.ts';

/** A success without data: what the contract calls Common (section 3). */
export interface Success {
  statusCode: 200;
  /** Often empty; never to be relied upon. */
  message: string;
  requestId?: string;
}

/** A success with data. */
export interface SuccessWith<T> extends Success {
  data: T;
}

/**
 * The user's own operations of the GenAuth V3 API, named as in the official SDKs' `AuthenticationClient`.
 *
 * Every method resolves only on a decoded `statusCode` 200 and otherwise rejects with a `GenAuthError`
 * whose `kind`, `statusCode` and `apiCode` say why (contract, section 4). Nothing is ever sent twice, but for a call
 * that the server refused for its token: that one goes out once more if `getAccessToken({ force: true })` brings another.
 * All POST bodies and replies are JSON; the access token is needed unless a method says otherwise.
 */
export interface AuthenticationClient {
  /** `GET /api/v3/get-profile` (9.1). Fields that the token's scopes do not cover are missing or null. */
  getProfile(
    query?: { withCustomData?: boolean; withIdentities?: boolean; withDepartmentIds?: boolean },
    options?: CallOptions,
  ): Promise<SuccessWith<User>>;

  /** `POST /api/v3/update-profile` (9.2). Errors: 400 wrong format, 409/2034 username taken, 422/2225 and 422/2226 for e-mail and phone. */
  updateProfile(changes: ProfileChanges, options?: CallOptions): Promise<SuccessWith<User>>;

  /** `POST /api/v3/bind-email` (9.3). For a user without e-mail; code by `CHANNEL_BIND_EMAIL`. Errors: 499/2001 wrong code, 499/2300 expired, 409/1320004 taken, 422/2200 already has one. */
  bindEmail(body: { email: string; passCode: string }, options?: CallOptions): Promise<Success>;

  /** `POST /api/v3/unbind-email` (9.4). Code by `CHANNEL_UNBIND_EMAIL` to the bound address. Errors: as bind, 422/1320009 none bound, 422/1320010 last way to sign in. */
  unbindEmail(body: { passCode: string }, options?: CallOptions): Promise<Success>;

  /** `POST /api/v3/bind-phone` (9.5). For a user without phone; code by `CHANNEL_BIND_PHONE` to exactly this number. Errors: 499/2001 wrong code, 499/2300 expired, 409/1320004 taken, 422/2035 already has one. */
  bindPhone(body: PhonePassCode, options?: CallOptions): Promise<Success>;

  /** `POST /api/v3/unbind-phone` (9.6). Code by `CHANNEL_UNBIND_PHONE` to the bound phone. Errors: as bind, 422/1320005 nothing bound or last way to sign in. */
  unbindPhone(body: { passCode: string }, options?: CallOptions): Promise<Success>;

  /** `GET /api/v3/get-security-info` (9.7). `phoneBinded` does not depend on the token's scopes. */
  getSecurityInfo(options?: CallOptions): Promise<SuccessWith<SecurityInfo>>;

  /** `POST /api/v3/update-password` (9.8). Errors: 400/2201 old one missing, 499/1320011 old one wrong, 422/2029 too weak, 400/2016 cannot be decrypted. */
  updatePassword(
    body: {
      newPassword: string;
      /** Required when the account has a password. */
      oldPassword?: string;
      passwordEncryptType?: PasswordEncryptType;
      passwordResetToken?: string;
    },
    options?: CallOptions,
  ): Promise<Success>;

  /** `POST /api/v3/verify-update-email-request` (9.9). Codes by `CHANNEL_UPDATE_EMAIL`. Errors: 422/2227 old address not verified, 422/2037 not the current one, 422/2229 unchanged, 409/1320004 taken. */
  verifyUpdateEmailRequest(
    body: {
      verifyMethod: 'EMAIL_PASSCODE';
      emailPassCodePayload: {
        newEmail: string;
        newEmailPassCode: string;
        oldEmail?: string;
        oldEmailPassCode?: string;
      };
    },
    options?: CallOptions,
  ): Promise<SuccessWith<TokenLife & { updateEmailToken: string }>>;

  /** `POST /api/v3/update-email` (9.10). Errors: 403 token used or expired, 409/1320004 taken meanwhile. */
  updateEmail(body: { updateEmailToken: string }, options?: CallOptions): Promise<Success>;

  /** `POST /api/v3/verify-update-phone-request` (9.11). Codes: old by `CHANNEL_UNBIND_PHONE`, new by `CHANNEL_BIND_PHONE` (5.5). Errors: 422/2228 old number not verified, 422/2038 not the current one, 422/2230 unchanged, 409/1320004 taken. */
  verifyUpdatePhoneRequest(
    body: {
      verifyMethod: 'PHONE_PASSCODE';
      phonePassCodePayload: {
        newPhoneNumber: string;
        newPhonePassCode: string;
        newPhoneCountryCode?: string;
        oldPhoneNumber?: string;
        oldPhonePassCode?: string;
        oldPhoneCountryCode?: string;
      };
    },
    options?: CallOptions,
  ): Promise<SuccessWith<TokenLife & { updatePhoneToken: string }>>;

  /** `POST /api/v3/update-phone` (9.12). Errors: 403 token used or expired, 409/1320004 taken meanwhile. */
  updatePhone(body: { updatePhoneToken: string }, options?: CallOptions): Promise<Success>;

  /** `POST /api/v3/verify-reset-password-request` (9.13). Without token. Errors: 404/2004 no such account, 499/2001 wrong code. */
  verifyResetPasswordRequest(
    body:
      | { verifyMethod: 'PHONE_PASSCODE'; phonePassCodePayload: PhonePassCode }
      | {
          verifyMethod: 'EMAIL_PASSCODE';
          emailPassCodePayload: { email: string; passCode: string };
        },
    options?: CallOptions,
  ): Promise<SuccessWith<TokenLife & { passwordResetToken: string }>>;

  /** `POST /api/v3/reset-password` (9.13). Without token. Errors: 403 token used or expired, 422/2029 too weak. */
  resetPassword(
    body: {
      password: string;
      passwordResetToken: string;
      passwordEncryptType?: PasswordEncryptType;
    },
    options?: CallOptions,
  ): Promise<Success>;

  /** `POST /api/v3/verify-delete-account-request` (9.14). By password only when neither phone nor e-mail is bound. Errors: 499/2001 wrong code, 403/2333 wrong password. */
  verifyDeleteAccountRequest(
    body:
      | { verifyMethod: 'PHONE_PASSCODE'; phonePassCodePayload: PhonePassCode }
      | {
          verifyMethod: 'EMAIL_PASSCODE';
          emailPassCodePayload: { email: string; passCode: string };
        }
      | {
          verifyMethod: 'PASSWORD';
          passwordPayload: { password: string; passwordEncryptType?: PasswordEncryptType };
        },
    options?: CallOptions,
  ): Promise<SuccessWith<TokenLife & { deleteAccountToken: string }>>;

  /** `POST /api/v3/delete-account` (9.14). Irreversible. Errors: 403 token used or expired. */
  deleteAccount(body: { deleteAccountToken: string }, options?: CallOptions): Promise<Success>;

  /** `POST /api/v3/send-sms` (5.2). Token needed for binding, unbinding and deleting, else optional. Once a minute for a channel and number. Errors: 429/2080 too soon, 400/2028 not a number, 422 no provider for this country, 499/2000 captcha demanded. */
  sendSms(
    body: { channel: SmsChannel; phoneNumber: string; phoneCountryCode?: string },
    options?: CallOptions,
  ): Promise<Success>;

  /** `POST /api/v3/send-email` (5.3). Token as for `sendSms`. Once a minute for a channel and address. Errors: 429/2080 too soon, 400/2204 not an address. */
  sendEmail(
    body: { channel: EmailChannel; email: string },
    options?: CallOptions,
  ): Promise<Success>;

  /** `POST /api/v3/pre-check-code` (5.6). Token optional. Checks a code without using it up. */
  preCheckCode(
    body:
      | {
          codeType: 'SMS';
          smsCodePayload: {
            /** Here the national number is called `phone`. */
            phone: string;
            passCode: string;
            phoneCountryCode?: string;
            channel: SmsChannel;
          };
        }
      | {
          codeType: 'EMAIL';
          emailCodePayload: { email: string; passCode: string; channel: EmailChannel };
        },
    options?: CallOptions,
  ): Promise<SuccessWith<{ isValid: boolean; message?: string }>>;

  /** `GET /api/v3/get-country-list` (6). Without token. */
  getCountryList(options?: CallOptions): Promise<SuccessWith<Country[]>>;

  /** `GET /api/v3/system` (7). Without token. The one reply without an envelope. */
  system(options?: CallOptions): Promise<SystemInfo>;

  /** `GET /api/v2/applications/{appId}/public-config` (16.4). Without token. Where a browser reads code length and international SMS; what it does not say is missing. Also taken in the old envelope `{ code, message, data }`. */
  getPublicConfig(options?: CallOptions): Promise<SuccessWith<PublicConfig>>;
}

/** Makes a client for one application. Throws a `TypeError` on options that cannot be meant. */
export function createAuthenticationClient(
  options: AuthenticationClientOptions,
): AuthenticationClient {
  const settings = readOptions(options);

  // What comes back is checked by its shape only, so its type is the contract's word.
  const call =
    (operation: keyof AuthenticationClient) => (input?: object, callOptions?: CallOptions) =>
      transport(settings, { operation, input }, callOptions) as Promise<never>;
  const read = (operation: keyof AuthenticationClient) => (callOptions?: CallOptions) =>
    call(operation)(undefined, callOptions);

  return {
    getProfile: call('getProfile'),
    updateProfile: call('updateProfile'),
    bindEmail: call('bindEmail'),
    unbindEmail: call('unbindEmail'),
    bindPhone: call('bindPhone'),
    unbindPhone: call('unbindPhone'),
    getSecurityInfo: read('getSecurityInfo'),
    updatePassword: call('updatePassword'),
    verifyUpdateEmailRequest: call('verifyUpdateEmailRequest'),
    updateEmail: call('updateEmail'),
    verifyUpdatePhoneRequest: call('verifyUpdatePhoneRequest'),
    updatePhone: call('updatePhone'),
    verifyResetPasswordRequest: call('verifyResetPasswordRequest'),
    resetPassword: call('resetPassword'),
    verifyDeleteAccountRequest: call('verifyDeleteAccountRequest'),
    deleteAccount: call('deleteAccount'),
    sendSms: call('sendSms'),
    sendEmail: call('sendEmail'),
    preCheckCode: call('preCheckCode'),
    getCountryList: read('getCountryList'),
    system: read('system'),
    getPublicConfig: read('getPublicConfig'),
  };
}
