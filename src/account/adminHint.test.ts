import { describe, expect, it } from 'vitest';
import { adminHintOf } from './adminHint.ts';
import { failed, refused } from './testFailure.ts';

describe('names the setting that is missing', () => {
  it.each([
    ['F97 international SMS', refused('sendSms', 422), /SMS provider/],
    ['the quota of messages', refused('sendSms', 402, 4021), /billing/],
    ['the plan', refused('bindPhone', 402), /plan/i],
    ['the application', refused('bindPhone', 404, 2011), /appId/],
    ['the user pool', refused('bindPhone', 404, 2224), /userPoolId/],
    ['a template', refused('sendEmail', 499, 2021), /template/],
    ['the e-mail provider', refused('sendEmail', 499, 3014), /e-mail provider/],
    ['the SMS provider', refused('sendSms', 602), /provider/],
    ['a pipeline', refused('bindPhone', 603), /pipeline/],
    ['F100 the robot check', refused('sendSms', 499, 2000), /robot check/],
    ['the tenant', refused('bindPhone', 403, 2130010), /tenant/],
    [
      'F28 the host',
      failed({ kind: 'server', outcome: 'notDone', operation: 'sendSms', httpStatus: 404 }),
      /appHost/,
    ],
    [
      'F02 the allowed origins',
      failed({ kind: 'network', outcome: 'unknown', operation: 'sendSms' }),
      /allowed origins/,
    ],
  ])('%s', (_what, error, hint) => {
    expect(adminHintOf(error)).toMatch(hint);
    expect(adminHintOf(error)).toMatch(/\(contract, /);
  });
});

it('says nothing where nothing is to be set', () => {
  expect(adminHintOf(refused('bindPhone', 499, 2001))).toBeUndefined();
  expect(adminHintOf(refused('bindPhone', 409, 1320004))).toBeUndefined();
  expect(adminHintOf(refused('getProfile', 401, 2021))).toBeUndefined();
  expect(adminHintOf(refused('bindPhone', 499, 999999))).toBeUndefined();
});
