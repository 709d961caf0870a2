import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCode } from './readCode.ts';

describe('reads the code in what people have', () => {
  it.each([
    ['482913', '482913'],
    [' 482913\n', '482913'],
    ['482-913', '482913'],
    ['482 913', '482913'],
    ['4 8 2 9 1 3', '482913'],
    ['４８２９１３', '482913'],
    ['٤٨٢٩١٣', '482913'],
    ['【某某】您的验证码是 482913，5 分钟内有效', '482913'],
    ['Your GenAuth code is 482913. It expires in 1 minute.', '482913'],
    ['G-123456 is your code', '123456'],
    ['4829', '4829'],
    ['12345678', '12345678'],
  ])('B23 "%s" is %s', (text, code) => {
    expect(readCode(text)).toEqual({ code });
  });

  it.each([
    ['', 'codeMissing'],
    ['   ', 'codeMissing'],
    ['123', 'codeUnclear'],
    ['123456789', 'codeUnclear'],
    ['abc', 'codeUnclear'],
    ['482913 or 482914', 'codeUnclear'],
    ['1'.repeat(501), 'codeUnclear'],
    ['订单 12345678', 'codeUnclear'],
  ])('F71 does not guess at "%s"', (text, problem) => {
    expect(readCode(text)).toEqual({ problem: { kind: problem } });
  });
});

describe('with the length that the tenant has set (R-06)', () => {
  it.each([
    ['您的验证码是 4829，10 分钟内有效', 4, '4829'],
    ['code 482913, order 1234', 6, '482913'],
    ['48291357', 8, '48291357'],
  ])('reads "%s" with %i digits', (text, length, code) => {
    expect(readCode(text, length)).toEqual({ code });
  });

  it.each([
    ['4829', 6],
    ['4829137', 6],
    ['482913', 4],
    ['订单 12345678', 6],
    ['482913 482914', 6],
  ])('does not take "%s" for %i digits, and says how many there are', (text, length) => {
    expect(readCode(text, length)).toEqual({ problem: { kind: 'codeLength', by: length } });
  });
});

it('B23 any code of 4 to 8 digits is read from any grouping of it', () => {
  const separator = fc.constantFrom('', ' ', '-', '‐', '–', '—');
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{4,8}$/), separator, (code, between) => {
      expect(readCode([...code].join(between))).toEqual({ code });
    }),
  );
});

it('any text is a code or a problem', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { code, problem } = readCode(text);
      if (problem === undefined) expect(code).toMatch(/^[0-9]{4,8}$/);
    }),
  );
});
