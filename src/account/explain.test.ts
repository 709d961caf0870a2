import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enProblems } from '../i18n/enProblems.ts';
import { zhCN } from '../i18n/zhCN.ts';
import { type FailureDetails, type FailureKind, GenAuthError } from '../sdk/failure.ts';
import { explain, fieldOf } from './explain.ts';

const refused = (operation: string, statusCode: number, apiCode?: number) =>
  new GenAuthError({
    kind: 'refused',
    outcome: 'notDone',
    operation,
    statusCode,
    ...(apiCode !== undefined && { apiCode }),
  });

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
    ['bindPhone', 499, 2300, 'codeExpired', 'code'],
    ['bindPhone', 409, 1320004, 'phoneTaken', 'phone'],
    ['bindPhone', 409, undefined, 'phoneTaken', 'phone'],
    ['bindPhone', 409, 2035, 'phoneTaken', 'phone'],
    ['bindPhone', 422, 2035, 'alreadyBound', 'phone'],
    ['sendSms', 400, 2028, 'phoneInvalid', 'phone'],
    ['sendSms', 400, undefined, 'phoneInvalid', 'phone'],
    ['sendSms', 422, undefined, 'countryUnsupported', 'phone'],
    ['sendSms', 499, 2000, 'captchaNeeded', 'form'],
    ['sendSms', 402, 4021, 'quotaExceeded', 'form'],
    ['sendSms', 402, undefined, 'quotaExceeded', 'form'],
    ['sendSms', 602, undefined, 'server', 'form'],
    ['bindPhone', 499, 2020, 'auth', 'form'],
    ['bindPhone', 403, 2005, 'accountLocked', 'form'],
    ['bindPhone', 403, undefined, 'notAllowed', 'form'],
    ['bindPhone', 404, 2011, 'misconfigured', 'form'],
    ['bindPhone', 499, 999999, 'unknown', 'form'],
    ['bindPhone', 418, undefined, 'unknown', 'form'],
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
    expect(explain(new GenAuthError(details))).toBe('server');
    expect(explain(new GenAuthError({ ...details, apiCode: 2028 }))).toBe('phoneInvalid');
  });
});

it('F40 every failure has words in every language', () => {
  const kinds: FailureKind[] = [
    'offline',
    'network',
    'timeout',
    'blocked',
    'rateLimited',
    'auth',
    'server',
    'malformed',
    'refused',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.constantFrom('sendSms', 'bindPhone', 'getProfile'),
      fc.option(fc.integer({ min: 0, max: 999 }), { nil: undefined }),
      fc.option(fc.integer(), { nil: undefined }),
      (kind, operation, statusCode, apiCode) => {
        const error = new GenAuthError({
          kind,
          outcome: 'unknown',
          operation,
          ...(statusCode !== undefined && { statusCode }),
          ...(apiCode !== undefined && { apiCode }),
        });
        const explained = explain(error);
        expect(enProblems[explained]).toBeTypeOf('string');
        expect(zhCN.problem[explained]).toBeTypeOf('string');
      },
    ),
  );
});
