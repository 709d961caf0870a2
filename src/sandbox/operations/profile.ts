import type { Account } from '../accounts.ts';
import { type Call, signedIn } from '../call.ts';
import { type Fields, isFields } from '../fields.ts';
import { levelOf } from '../passwords.ts';
import { badRequest, type Refusal, refusals } from '../refusals.ts';
import { touch } from './touch.ts';

/** Texts that a profile consists of (contract, section 9.2); `gender`, `username` and `customData` have rules. */
const TEXTS = [
  ...['name', 'nickname', 'photo', 'externalId', 'birthdate', 'country', 'province', 'city'],
  ...['address', 'streetAddress', 'postalCode', 'company', 'identityNumber'],
];

/** `get-profile` (contract, section 9.1). */
export const getProfile = signedIn((call, account) => ({ data: toUser(call, account) }));

/** `update-profile` (contract, section 9.2). `null` clears a text, as an empty one does. */
export const updateProfile = signedIn((call, account) => {
  const { pool, body } = call;
  const problem = refuseTexts(body) ?? refuseRest(call, account);
  if (problem) return problem;
  const names = [...TEXTS, 'gender', 'username', 'customData'];
  const changes = Object.entries(body).filter(([name]) => names.includes(name));
  Object.assign(account.user, structuredClone(Object.fromEntries(changes)));
  touch(pool, account);
  return { data: toUser(call, account) };
});

/** `get-security-info` (contract, section 9.7), with its suggested score. */
export const getSecurityInfo = signedIn((_, { user, password }) => {
  const emailBinded = Boolean(user.email);
  const phoneBinded = Boolean(user.phone);
  // A bound contact is a factor by itself (contract, section 10).
  const mfaEnrolled = emailBinded || phoneBinded;
  const score =
    (password ? 60 : 0) + (emailBinded ? 10 : 0) + (phoneBinded ? 10 : 0) + (mfaEnrolled ? 20 : 0);
  return {
    data: {
      passwordSecurityLevel: levelOf(password),
      mfaEnrolled,
      passwordSet: password !== undefined,
      emailBinded,
      phoneBinded,
      securityScore: score,
    },
  };
});

function toUser({ session, query }: Call, { user, password }: Account): Fields {
  const scopes = session?.scope?.split(' ');
  const isHidden = (scope: string) => scopes !== undefined && !scopes.includes(scope);
  const { identities, customData, departmentIds, ...rest } = structuredClone(user);
  return {
    ...rest,
    passwordSecurityLevel: levelOf(password),
    ...(isHidden('phone') && { phone: null, phoneCountryCode: null }),
    ...(isHidden('email') && { email: null }),
    ...(query.get('withIdentities') === 'true' && { identities }),
    ...(query.get('withCustomData') === 'true' && { customData }),
    ...(query.get('withDepartmentIds') === 'true' && { departmentIds }),
  };
}

function refuseTexts(body: Fields): Refusal | undefined {
  const wrong = TEXTS.find((name) => !['string', 'undefined'].includes(typeof (body[name] ?? '')));
  return wrong === undefined ? undefined : badRequest(`${wrong} must be a string`);
}

function refuseRest({ pool, body }: Call, account: Account): Refusal | undefined {
  const { email, phone, phoneCountryCode, gender, username, customData } = body;
  if (email !== undefined) return refusals.emailInProfile;
  if (phone !== undefined || phoneCountryCode !== undefined) return refusals.phoneInProfile;
  if (gender !== undefined && !['M', 'F', 'U'].some((letter) => letter === gender)) {
    return badRequest('gender must be one of: M, F, U');
  }
  if (customData !== undefined) {
    if (!isFields(customData)) return badRequest('customData must be an object');
    if (JSON.stringify(customData).length > 1024) return badRequest('customData is too long');
  }
  if (username === undefined) return undefined;
  if (typeof username !== 'string' || username === '') {
    return badRequest('username must be a non-empty string');
  }
  const namesake = pool.accounts.withUsername(username);
  return namesake && namesake !== account ? refusals.usernameTaken : undefined;
}
