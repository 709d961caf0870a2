import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEmail } from './readEmail.ts';

describe('an address', () => {
  test.each([
    ['ada@example.com', 'ada@example.com'],
    ['  ada@example.com \n', 'ada@example.com'],
    ['Ada@Example.COM', 'Ada@example.com'],
    ['mailto:ada@example.com', 'ada@example.com'],
    ['Ada Lovelace <ada@example.com>', 'ada@example.com'],
    ['<ada@example.com>', 'ada@example.com'],
    ['ada+phone@mail.example.co.uk', 'ada+phone@mail.example.co.uk'],
    ["o'brien_x-y@example.com", "o'brien_x-y@example.com"],
    ['ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'ada@example.com'],
    ['ada\u200b@example.com', 'ada@example.com'],
    ['\u202aada@example.com\u202c', 'ada@example.com'],
    ['用户@例子.广告', '用户@例子.广告'],
    ['ada@xn--fsqu00a.xn--3lr804guic', 'ada@xn--fsqu00a.xn--3lr804guic'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ])('is read from %j', (text, to) => expect(readEmail(text)).toEqual({ to }));

  test.each(['', '   ', '\u200b'])('is missing in %j', (text) => {
    expect(readEmail(text)).toEqual({ problem: { kind: 'emailEmpty' } });
  });

  test.each([
    'ada',
    'ada@',
    '@example.com',
    'ada@example',
    'ada@@example.com',
    'ada@example..com',
    'ada@.example.com',
    'ada@example.com.',
    'ada@-example.com',
    'ada@example-.com',
    '.ada@example.com',
    'ada.@example.com',
    'a..da@example.com',
    'ada lovelace@example.com',
    'ada@exam ple.com',
    'ada@example.com, grace@example.com',
    'ada@example.com;grace@example.com',
    '"ada"@example.com',
    'ada@[127.0.0.1]',
    'ada@exa_mple.com',
    `${'a'.repeat(65)}@example.com`,
    `ada@${'a.'.repeat(130)}com`,
    'x'.repeat(100_000),
  ])('is not %j', (text) => {
    expect(readEmail(text)).toEqual({ problem: { kind: 'notAnEmail' } });
  });
});

describe('whatever is typed', () => {
  test('is read without an error, and read the same again', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.emailAddress(), fc.string({ unit: 'binary' })),
        (text) => {
          const { to, problem } = readEmail(text);
          expect((to === undefined) !== (problem === undefined)).toBe(true);
          if (to !== undefined) expect(readEmail(to)).toEqual({ to });
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test('keeps what stands before the @, and needs neither spaces nor a link', () => {
    const local = fc.stringMatching(/^[A-Za-z0-9_+-]{1,20}$/);
    const domain = fc.stringMatching(/^[a-z0-9]{1,10}(\.[a-z]{2,5}){1,2}$/);
    fc.assert(
      fc.property(
        local,
        domain,
        fc.constantFrom('', ' ', '\t', 'mailto:', '\n'),
        (name, at, before) => {
          expect(readEmail(`${before}${name}@${at.toUpperCase()} `).to).toBe(`${name}@${at}`);
        },
      ),
    );
  });
});
