import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from './cleanText.ts';

const HOSTILE = [
  '\0',
  '\n',
  '\u001b[31m',
  '\u0085',
  '\u00ad',
  '\u0301',
  '\u061c',
  '\u200b',
  '\u200f',
  '\u2028',
  '\u202e',
  '\u2066',
  '\ud800',
  '\udc00',
  '\ue000',
  '\ufeff',
  '\u{1f469}\u200d\u{1f4bb}',
  '\u{e0041}',
  '\u{f0000}',
  'a',
  ' ',
];
const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 2_000 }),
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 2_000 }).map((parts) => parts.join('')),
);

test('R-43, F45: whatever the server says, what is left is well formed, visible and short', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const clean = cleanText(text);
      expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u);
      expect(clean).not.toMatch(/\p{M}{5}/u);
      expect([...clean].length).toBeLessThanOrEqual(200);
    }),
    { numRuns: 2_000 },
  );
});

test('R-43: an ordinary sentence in any script is left alone', () => {
  for (const text of [
    'The code is wrong.',
    '验证码错误',
    'コードが正しくありません',
    'الرمز غير صحيح',
    'Mã không đúng',
    'e\u0301t\u0302\u0323',
    '👍🏽 ok',
  ]) {
    expect(cleanText(text)).toBe(text);
  }
});

test('F45: the cut falls between characters, never inside one', () => {
  expect(cleanText('😀'.repeat(5_000))).toBe('😀'.repeat(200));
  expect(cleanText(`a${'😀'.repeat(5_000)}`)).toBe(`a${'😀'.repeat(199)}`);
});

test('F44: markup stays the text that it is', () => {
  expect(cleanText('<img src=x onerror=alert(1)>{{7*7}}')).toBe(
    '<img src=x onerror=alert(1)>{{7*7}}',
  );
});

test.each([
  ['marks', '\u0301'],
  ['controls', '\u0000'],
  ['lone surrogates', '\ud800'],
  ['marks and controls in turn', '\u0301\u202e'],
  ['letters', 'a'],
  ['spaces', ' '],
])('A13, R-50: 64 KiB of %s take no noticeable time', (_, unit) => {
  const text = unit.repeat(64 * 1024);
  const start = performance.now();
  for (let i = 0; i < 20; i += 1) cleanText(text);
  expect((performance.now() - start) / 20).toBeLessThan(50);
});
