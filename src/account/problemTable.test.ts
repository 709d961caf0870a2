import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { zhCN } from '../i18n/zhCN.ts';
import { problemOf } from './explain.ts';
import { fromFormMessage, type ServerProblemKind, toFormMessage } from './problem.ts';
import { nextStepOf, problemTable } from './problemTable.ts';
import { problemText } from './problemText.ts';
import { failed } from './testFailure.ts';

const KINDS = Object.keys(problemTable) as ServerProblemKind[];
const texts = (kind: ServerProblemKind) =>
  [en, zhCN].map((messages) => problemText(messages, { kind }));

describe('what helps', () => {
  it.each<[string, ServerProblemKind, string]>([
    ['F92', 'codeExpired', 'sendAgain'],
    ['F98', 'phoneInvalid', 'editNumber'],
    ['F97', 'countryUnsupported', 'editNumber'],
    ['F90', 'rateLimited', 'wait'],
    ['F94', 'tooManyAttempts', 'wait'],
    ['F26', 'auth', 'signIn'],
    ['F55', 'reauth', 'reauthenticate'],
    ['F96', 'alreadyBound', 'changeInstead'],
    ['F01', 'offline', 'checkConnection'],
    ['-', 'misconfigured', 'contactAdmin'],
  ])('%s %s: %s', (_id, kind, step) => expect(nextStepOf(kind)).toBe(step));

  it('is in the words of what is found before any call', () => {
    expect(nextStepOf('tooShort')).toBeUndefined();
    expect(nextStepOf('codeMissing')).toBeUndefined();
  });
});

describe('words', () => {
  it('R-15, F95 tell nobody whose number it is', () => {
    for (const kind of ['phoneTaken', 'emailTaken'] as const) {
      const [english, chinese] = texts(kind);
      expect(english).toMatch(/already linked to an account/);
      expect(chinese).toMatch(/已关联到某个账号/);
    }
    for (const kind of KINDS) {
      for (const text of texts(kind)) {
        expect(text, kind).not.toMatch(/somebody|someone|another (user|person)|belongs|别人|他人/i);
      }
    }
  });

  it('R-23 claim no failure where nobody knows', () => {
    for (const kind of ['network', 'networkAgain', 'timeout', 'server', 'malformed'] as const) {
      for (const text of texts(kind)) {
        expect(text, kind).not.toMatch(/fail|did not work|was not (sent|done|bound)|失败|未成功/i);
      }
    }
  });

  it('F02, F11 do not blame the connection', () => {
    const [english, chinese] = texts('network');
    expect(english).toMatch(/could not be reached\. Try again in a minute/);
    expect(english).not.toMatch(/your connection/i);
    expect(chinese).not.toMatch(/您的网络/);
  });

  it('F04 mention that a sign-in page of the network may be in between', () => {
    expect(texts('malformed')[0]).toMatch(/sign-in page of a network/);
    expect(texts('malformed')[1]).toMatch(/网络的登录页面/);
  });

  it('F44 are never those of the server, and never markup', () => {
    const serverMessage = '<img src=x onerror=alert(1)> javascript:alert(1)';
    const error = failed({
      kind: 'refused',
      outcome: 'notDone',
      operation: 'bindPhone',
      statusCode: 499,
      serverMessage,
    });
    expect(problemText(en, problemOf(error))).toBe(problemText(en, { kind: 'unknown' }));
    for (const kind of KINDS) for (const text of texts(kind)) expect(text).not.toMatch(/[<>&]/);
  });

  it('F22 count seconds, long waits in minutes, and say no number that nobody told', () => {
    const wait = (by?: number) =>
      problemText(en, { kind: 'rateLimited', ...(by !== undefined && { by }) });
    expect(wait(1)).toMatch(/in 1 second\./);
    expect(wait(7)).toMatch(/in 7 seconds\./);
    expect(wait(300)).toMatch(/in 5 minutes\./);
    expect(wait()).toMatch(/in a minute\./);
    expect(wait(-5)).toMatch(/in a minute\./);
    expect(problemText(zhCN, { kind: 'server', by: 30 })).toMatch(/30 秒后/);
    expect(problemText(zhCN, { kind: 'server', by: 300 })).toMatch(/5 分钟后/);
  });

  it('survive the way through the form', () => {
    for (const kind of KINDS) {
      expect(fromFormMessage(toFormMessage({ kind }))).toEqual({ kind });
      expect(fromFormMessage(toFormMessage({ kind, by: 7 }))).toEqual({ kind, by: 7 });
    }
  });
});
