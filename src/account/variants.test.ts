import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { explain } from './explain.ts';
import { nextStepOf } from './problemTable.ts';
import { problemText } from './problemText.ts';
import { refused } from './testFailure.ts';
import { escalate, ofTwoCodes } from './variants.ts';

describe('the second time', () => {
  it('F14 a service that is still not reached may be blocked', () => {
    expect(escalate('network', undefined)).toBe('network');
    expect(escalate('network', 'server')).toBe('network');
    expect(escalate('network', 'network')).toBe('networkAgain');
    expect(escalate('network', 'networkAgain')).toBe('networkAgain');
    expect(problemText(en, { kind: 'networkAgain' })).toMatch(/blocker/);
    expect(problemText(en, { kind: 'network' })).not.toMatch(/blocker/);
  });

  it('F94 a code refused twice may be dead, whatever the server calls it', () => {
    expect(escalate('codeWrong', 'codeWrong')).toBe('codeWrongAgain');
    expect(nextStepOf('codeWrongAgain')).toBe('sendAgain');
  });

  it('all other problems stay what they are', () => {
    expect(escalate('server', 'server')).toBe('server');
    expect(escalate('codeExpired', 'codeExpired')).toBe('codeExpired');
  });
});

it('R-23 of two codes checked at once, neither is called the wrong one', () => {
  const error = refused('verifyUpdatePhoneRequest', 499, 2001);
  expect(ofTwoCodes(explain(error))).toBe('codesWrong');
  expect(ofTwoCodes('codeExpired')).toBe('codesExpired');
  expect(ofTwoCodes('phoneTaken')).toBe('phoneTaken');
});
