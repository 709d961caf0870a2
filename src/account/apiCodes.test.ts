import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { zhCN } from '../i18n/zhCN.ts';
import type { FailureKind } from '../sdk/failure.ts';
import documented from './apiCodes.fixture.json';
import { codesBySituation, codesOfKinds } from './apiCodes.ts';
import { explain, problemOf } from './explain.ts';
import { otherApiCodes } from './otherApiCodes.ts';
import type { ServerProblemKind } from './problem.ts';
import { nextStepOf, placeOf, problemTable } from './problemTable.ts';
import { problemText } from './problemText.ts';
import { failed, refused } from './testFailure.ts';

const CODES = Object.keys(documented).map(Number);

const OPERATIONS = [
  'getProfile',
  'updateProfile',
  'bindEmail',
  'unbindEmail',
  'bindPhone',
  'unbindPhone',
  'getSecurityInfo',
  'updatePassword',
  'verifyUpdateEmailRequest',
  'updateEmail',
  'verifyUpdatePhoneRequest',
  'updatePhone',
  'verifyResetPasswordRequest',
  'resetPassword',
  'verifyDeleteAccountRequest',
  'deleteAccount',
  'sendSms',
  'sendEmail',
  'preCheckCode',
  'getCountryList',
  'system',
  'getPublicConfig',
];

const CLASSES = [
  302, 400, 401, 402, 403, 404, 409, 413, 422, 429, 499, 500, 501, 502, 503, 601, 602, 603,
];

/** What a person gets: never nothing. */
function expectHelp(kind: ServerProblemKind, by?: number): void {
  expect(problemTable, kind).toHaveProperty(kind);
  for (const messages of [en, zhCN]) {
    const text = problemText(messages, by === undefined ? { kind } : { kind, by });
    expect(text.trim(), kind).not.toBe('');
    expect(text, kind).not.toMatch(/undefined|null|NaN|-\d|Infinity/);
  }
  expect(['contact', 'code', 'form']).toContain(placeOf(kind));
  expect(nextStepOf(kind)).toBeTypeOf('string');
}

describe('F40 every documented code', () => {
  const decided = [
    ...Object.values(codesOfKinds).flat(),
    ...codesBySituation.keys(),
    ...Object.values(otherApiCodes).flat(),
  ];

  it('all 180 are decided upon, each in one place, and no others', () => {
    expect(CODES).toHaveLength(180);
    expect(decided.toSorted((one, other) => one - other)).toEqual(
      CODES.toSorted((one, other) => one - other),
    );
  });

  it.each(OPERATIONS)('answered to %s, in any class, helps', (operation) => {
    for (const apiCode of [...CODES, 999999, -1, 1e308, Number.NaN]) {
      for (const statusCode of CLASSES) {
        expectHelp(explain(refused(operation, statusCode, apiCode)));
      }
    }
  });

  it('means the same in every class, but where a class says which of two things is meant', () => {
    for (const [kind, codes] of Object.entries(codesOfKinds)) {
      for (const apiCode of codes) {
        for (const operation of OPERATIONS) {
          for (const statusCode of CLASSES) {
            expect(explain(refused(operation, statusCode, apiCode))).toBe(kind);
          }
        }
      }
    }
  });

  it('leaves the word to the class where it means nothing here', () => {
    for (const apiCode of Object.values(otherApiCodes).flat()) {
      for (const operation of OPERATIONS) {
        for (const statusCode of CLASSES) {
          expect(explain(refused(operation, statusCode, apiCode))).toBe(
            explain(refused(operation, statusCode)),
          );
        }
      }
    }
  });
});

it('F40 whatever fails, however: a place, words in every language, a next step', () => {
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
      fc.constantFrom('notDone', 'unknown'),
      fc.oneof(fc.constantFrom(...OPERATIONS, '__proto__', 'constructor'), fc.string()),
      fc.option(fc.oneof(fc.integer({ min: 0, max: 999 }), fc.double()), { nil: undefined }),
      fc.option(fc.oneof(fc.constantFrom(...CODES), fc.integer(), fc.double()), { nil: undefined }),
      fc.option(fc.integer({ min: 1, max: 3_600_000 }), { nil: undefined }),
      (kind, outcome, operation, statusCode, apiCode, retryAfterMs) => {
        const problem = problemOf(
          failed({
            kind,
            outcome,
            operation,
            apiCode,
            ...(statusCode !== undefined && { statusCode }),
            ...(retryAfterMs !== undefined && { retryAfterMs }),
          }),
        );
        expectHelp(problem.kind, problem.by);
      },
    ),
    { numRuns: 2_000 },
  );
});
