import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readRoute, VIEWS } from './route.ts';

const HERE = 'https://account.example/app/index.html';
const ALLOWED = ['https://shop.example'];

beforeEach(() => vi.stubGlobal('location', new URL(HERE)));
afterEach(() => vi.unstubAllGlobals());

const returnOf = (text: string) =>
  readRoute(`#/phone/bind?return=${encodeURIComponent(text)}`, ALLOWED).returnTo?.href;

describe('the screen that an address names', () => {
  test.each(VIEWS)('#/%s is a form of its own', (view) => {
    expect(readRoute(`#/${view}`, [])).toEqual({ view, returnTo: undefined });
  });

  test.each(['', '#', '#/', '#/phone', '#/phone/sell', '#/constructor', '#/phone/bind/x', '#//'])(
    '%j is the profile',
    (hash) => expect(readRoute(hash, []).view).toBeUndefined(),
  );
});

describe('the address to go back to', () => {
  test.each([
    ['/profile', 'https://account.example/profile'],
    ['/profile?tab=1#phone', 'https://account.example/profile?tab=1#phone'],
    ['other.html', 'https://account.example/app/other.html'],
    ['https://shop.example/basket', 'https://shop.example/basket'],
  ])('%s is one', (text, href) => expect(returnOf(text)).toBe(href));

  test('may have a query that nobody encoded', () => {
    const { returnTo } = readRoute('#/email/bind?return=/profile?tab=1', ALLOWED);
    expect(returnTo?.href).toBe('https://account.example/profile?tab=1');
  });

  test.each([
    'https://evil.example/',
    '//evil.example',
    '///evil.example',
    '\\\\evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    'https:evil.example',
    'https:\\\\evil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://account.example/0',
    'about:blank',
    'https://ada:secret@account.example/',
    'https://account.example@evil.example/',
    'https://account.example:444/',
    'http://account.example/',
    'https://account.example.evil.example/',
    'https://shop.example.evil.example/',
    'https://shop.example:8443/',
    'http://shop.example/',
    'https://',
    'https://[',
    '',
  ])('%j is none', (text) => {
    const href = returnOf(text);
    // Without slashes, `https:` stays on this origin.
    if (text === 'https:evil.example')
      expect(href).toBe('https://account.example/app/evil.example');
    else expect(href).toBeUndefined();
  });

  test('leads nowhere but to this origin and to those allowed, whatever anyone writes', () => {
    const parts = fc.constantFrom(
      ...['/', '\\', ':', '@', 'https', 'http', 'javascript', 'evil.example', '\t', '\n', '.', '#'],
      ...['account.example', 'shop.example', '%2f', '%09', '?', ' ', '\u0000', 'data'],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 8 }), (texts) => {
        const href = returnOf(texts.join(''));
        if (href === undefined) return;
        const url = new URL(href);
        expect(['https://account.example', ...ALLOWED]).toContain(url.origin);
        expect(url.protocol).toBe('https:');
        expect(url.username + url.password).toBe('');
      }),
      { numRuns: 2_000 },
    );
  });
});
