import type { AuthenticationClient } from './authenticationClient.ts';
import { own } from './envelope.ts';

/** A call as it was made: the SDK's method, and the body of a POST or the query of a GET. */
export interface Call {
  operation: keyof AuthenticationClient;
  input: object | undefined;
}

/** An operation's place on the wire. */
export interface Endpoint {
  method: 'GET' | 'POST';
  path: string;
  /** `optional`: sent without a token when there is none. */
  token: 'required' | 'optional' | 'none';
  /** The shape of what a success brings; `bare`: an object without an envelope around it. */
  answer: 'nothing' | 'object' | 'list' | 'config' | 'bare';
  /** Longest reply that is read. */
  maxBytes: number;
}

const KIB = 1024;

const OBJECT = { answer: 'object' } as const;
const READ = { method: 'GET', answer: 'object' } as const;
const PUBLIC = { method: 'GET', token: 'none' } as const;

/** What differs from a signed-in POST that answers without data (contract, section 8). */
const SPECIAL: Partial<Record<Call['operation'], Partial<Endpoint>>> = {
  getProfile: READ,
  getSecurityInfo: READ,
  updateProfile: OBJECT,
  verifyUpdateEmailRequest: OBJECT,
  verifyUpdatePhoneRequest: OBJECT,
  verifyDeleteAccountRequest: OBJECT,
  verifyResetPasswordRequest: { answer: 'object', token: 'none' },
  resetPassword: { token: 'none' },
  preCheckCode: { answer: 'object', token: 'optional' },
  // The world in four languages is about 70 KB.
  getCountryList: { ...PUBLIC, answer: 'list', maxBytes: 512 * KIB },
  system: { ...PUBLIC, answer: 'bare' },
  // It carries the whole dress of the application's sign-in page.
  getPublicConfig: { ...PUBLIC, answer: 'config', maxBytes: 512 * KIB },
};

/** Where a call goes, and what it needs and brings. */
export function endpointOf({ operation, input = {} }: Call, appId: string): Endpoint {
  return {
    method: 'POST',
    path:
      operation === 'getPublicConfig'
        ? `/api/v2/applications/${encodeURIComponent(appId)}/public-config`
        : `/api/v3/${toPath(operation)}`,
    token: needsToken(own(input, 'channel')),
    answer: 'nothing',
    maxBytes: 64 * KIB,
    ...SPECIAL[operation],
  };
}

// The server spells its paths as its SDKs spell their methods: bind-phone is bindPhone.
function toPath(operation: string): string {
  return operation.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

// A code for the account of nobody is money spent for nothing: only purposes before sign-in go without a token.
function needsToken(channel: unknown): Endpoint['token'] {
  const isBeforeSignIn =
    channel !== undefined && !/_(BIND|UNBIND|UPDATE|DELETE)_/.test(`${channel}`);
  return isBeforeSignIn ? 'optional' : 'required';
}
