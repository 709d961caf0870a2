import { describe, expect, it } from 'vitest';
import type { FailureDetails } from '../sdk/failure.ts';
import { explain, fieldOf, problemOf } from './explain.ts';
import { failed, refused } from './testFailure.ts';

describe('explains what the server says (contract, section 4)', () => {
  it.each<
    [
      operation: string,
      statusCode: number,
      apiCode: number | undefined,
      kind: string,
      field: string,
    ]
  >([
    ['bindPhone', 499, 2001, 'codeWrong', 'code'],
    ['bindPhone', 400, 2001, 'codeWrong', 'code'],
    ['bindPhone', 400, undefined, 'codeWrong', 'code'],
    ['bindPhone', 400, 400, 'codeWrong', 'code'],
    ['bindPhone', 499, 2300, 'codeExpired', 'code'],
    ['bindPhone', 409, 1320004, 'phoneTaken', 'phone'],
    ['bindPhone', 409, undefined, 'phoneTaken', 'phone'],
    ['bindPhone', 409, 2035, 'phoneTaken', 'phone'],
    ['bindPhone', 422, 2035, 'alreadyBound', 'phone'],
    ['bindPhone', 422, undefined, 'alreadyBound', 'phone'],
    ['sendSms', 400, 2028, 'phoneInvalid', 'phone'],
    ['sendSms', 400, undefined, 'phoneInvalid', 'phone'],
    ['sendSms', 422, undefined, 'countryUnsupported', 'phone'],
    ['sendSms', 499, 2000, 'captchaNeeded', 'form'],
    ['sendSms', 402, 4021, 'quotaExceeded', 'form'],
    ['sendSms', 402, undefined, 'quotaExceeded', 'form'],
    ['sendSms', 602, undefined, 'server', 'form'],
    ['bindPhone', 402, undefined, 'planLimit', 'form'],
    ['bindPhone', 499, 2020, 'auth', 'form'],
    ['bindPhone', 403, 2005, 'accountLocked', 'form'],
    ['bindPhone', 403, undefined, 'notAllowed', 'form'],
    ['bindPhone', 404, 2011, 'misconfigured', 'form'],
    ['bindPhone', 499, 999999, 'unknown', 'form'],
    ['bindPhone', 418, undefined, 'unknown', 'form'],
    ['bindPhone', 302, undefined, 'signInUnfinished', 'form'],

    ['sendEmail', 400, 2204, 'emailInvalid', 'phone'],
    ['sendEmail', 400, 2028, 'emailInvalid', 'phone'],
    ['sendEmail', 400, undefined, 'emailInvalid', 'phone'],
    ['sendEmail', 499, 2021, 'misconfigured', 'form'],
    ['getProfile', 499, 2021, 'auth', 'form'],
    ['bindEmail', 409, 1320004, 'emailTaken', 'phone'],
    ['bindEmail', 409, undefined, 'emailTaken', 'phone'],
    ['bindEmail', 422, 2200, 'emailAlreadyBound', 'phone'],

    ['verifyUpdatePhoneRequest', 422, 2230, 'samePhone', 'phone'],
    ['verifyUpdatePhoneRequest', 422, 2228, 'oldPhoneUnverified', 'form'],
    ['verifyUpdatePhoneRequest', 422, 2038, 'oldPhoneChanged', 'form'],
    ['verifyUpdatePhoneRequest', 422, 2035, 'phoneTaken', 'phone'],
    ['verifyUpdateEmailRequest', 422, 2229, 'sameEmail', 'phone'],
    ['verifyUpdateEmailRequest', 422, 2227, 'oldEmailUnverified', 'form'],
    ['verifyUpdateEmailRequest', 422, 2037, 'oldEmailChanged', 'form'],
    ['verifyUpdateEmailRequest', 499, 2200, 'emailTaken', 'phone'],
    ['updatePhone', 403, undefined, 'verificationExpired', 'form'],
    ['updateEmail', 403, undefined, 'verificationExpired', 'form'],
    ['updatePhone', 403, 2005, 'accountLocked', 'form'],
    ['updatePhone', 409, undefined, 'phoneTaken', 'phone'],

    ['unbindPhone', 422, 1320005, 'unbindRefused', 'form'],
    ['unbindPhone', 422, undefined, 'unbindRefused', 'form'],
    ['unbindPhone', 422, 2217, 'lastSignIn', 'form'],
    ['unbindEmail', 422, 1320010, 'lastSignIn', 'form'],
    ['unbindEmail', 422, 1320009, 'nothingBound', 'form'],

    ['updatePassword', 499, 1320011, 'passwordWrong', 'form'],
    ['updatePassword', 422, 2029, 'passwordWeak', 'form'],
  ])('%s %d/%s is %s, at the %s', (operation, statusCode, apiCode, kind, field) => {
    const explained = explain(refused(operation, statusCode, apiCode));
    expect(explained).toBe(kind);
    expect(fieldOf(explained)).toBe(field);
  });

  it('sees the reason behind a server error', () => {
    const details: FailureDetails = {
      kind: 'server',
      outcome: 'notDone',
      operation: 'sendSms',
      statusCode: 500,
    };
    expect(explain(failed(details))).toBe('server');
    expect(explain(failed({ ...details, apiCode: 2028 }))).toBe('phoneInvalid');
  });

  it('F38 believes no reason that comes with a success, or from a gateway that gave up', () => {
    const details = { kind: 'server', outcome: 'unknown', operation: 'bindPhone' } as const;
    expect(explain(failed({ ...details, statusCode: 200, apiCode: 2001 }))).toBe('server');
    expect(explain(failed({ ...details, statusCode: 504, apiCode: 2001 }))).toBe('server');
  });

  it('R-15 does not tell who is not signed in whether there is an account', () => {
    expect(explain(refused('verifyResetPasswordRequest', 404, 2004))).toBe('unknown');
    expect(explain(refused('getProfile', 404, 2004))).toBe('accountLocked');
  });

  it('F51 sees a session that is over in any class', () => {
    for (const statusCode of [401, 403, 499]) {
      expect(explain(refused('bindPhone', statusCode, 2020))).toBe('auth');
    }
  });

  it('F55 sees that somebody has to prove who they are', () => {
    expect(explain(refused('bindPhone', 403, 1635))).toBe('reauth');
    expect(explain(refused('bindPhone', 403, 1636))).toBe('reauth');
  });
});

describe('what "too often" means', () => {
  const tooOften = (operation: string, apiCode?: number) =>
    failed({ kind: 'rateLimited', outcome: 'notDone', operation, statusCode: 429, apiCode });

  it.each([
    ['F90', 'sendSms', 2080, 'rateLimited'],
    ['F90', 'sendEmail', 2080, 'rateLimited'],
    ['F24', 'sendSms', undefined, 'rateLimited'],
    ['F94', 'bindPhone', undefined, 'tooManyAttempts'],
    ['F94', 'bindPhone', 2001, 'tooManyAttempts'],
    ['F94', 'verifyUpdatePhoneRequest', undefined, 'tooManyAttempts'],
    ['F94', 'unbindEmail', 1002, 'tooManyAttempts'],
    ['F24', 'getProfile', undefined, 'tooManyRequests'],
    ['F24', 'updatePhone', undefined, 'tooManyRequests'],
    ['F100', 'sendSms', 2000, 'captchaNeeded'],
  ])('%s for %s with %s is %s', (_id, operation, apiCode, kind) => {
    expect(explain(tooOften(operation, apiCode))).toBe(kind);
  });

  it('F22 keeps the seconds that the server asks for', () => {
    const error = { kind: 'rateLimited', outcome: 'notDone', operation: 'sendSms' } as const;
    expect(problemOf(failed({ ...error, retryAfterMs: 6_200 }))).toEqual({
      kind: 'rateLimited',
      by: 7,
    });
    expect(problemOf(failed(error))).toEqual({ kind: 'rateLimited' });
  });
});
