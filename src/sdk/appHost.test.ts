import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAppHost } from './appHost.ts';

test.each([
  ['https://example.genauth.ai', 'https://example.genauth.ai'],
  ['https://example.genauth.ai/', 'https://example.genauth.ai'],
  ['https://EXAMPLE.genauth.ai:443', 'https://example.genauth.ai'],
  ['https://example.genauth.ai:8443', 'https://example.genauth.ai:8443'],
  ['http://localhost:5173', 'http://localhost:5173'],
  ['http://tenant.localhost:5173', 'http://tenant.localhost:5173'],
  ['http://127.0.0.1:5173', 'http://127.0.0.1:5173'],
  ['http://[::1]:5173', 'http://[::1]:5173'],
  ['  https://example.genauth.ai\n', 'https://example.genauth.ai'],
])('R-48: %j is the origin %s', (appHost, origin) => {
  expect(readAppHost(appHost)).toBe(origin);
});

const REFUSED = [
  ['no TLS', 'http://example.genauth.ai'],
  ['a name that only begins like this machine', 'http://localhost.evil.com'],
  ['a name that only ends like this machine', 'http://evillocalhost'],
  ['an address that only begins like this machine', 'http://127.0.0.1.evil.com'],
  ['any address', 'http://0.0.0.0'],
  ['the private network', 'http://192.168.0.1'],
  ['an IPv6 look-alike', 'http://[::ffff:127.0.0.2]'],
  ['a user before another host', 'https://example.genauth.ai@evil.com'],
  ['a user and password', 'https://user:pass@example.genauth.ai'],
  ['a path', 'https://example.genauth.ai/api'],
  ['a path that climbs', 'https://example.genauth.ai/../a'],
  ['a query', 'https://example.genauth.ai?x=1'],
  ['a fragment', 'https://example.genauth.ai#x'],
  ['a host behind a fragment', 'http://evil.com#localhost'],
  ['no scheme', 'example.genauth.ai'],
  ['no scheme but slashes', '//evil.com'],
  ['backslashes', '\\\\evil.com'],
  ['only a path', '/api'],
  ['nothing', ''],
  ['no host', 'https://'],
  ['javascript', 'javascript:alert(1)'],
  ['javascript behind a tab', 'java\tscript:alert(1)'],
  ['data', 'data:text/html,x'],
  ['a file', 'file:///etc/passwd'],
  ['a blob', 'blob:https://example.genauth.ai/1'],
  ['a socket', 'wss://example.genauth.ai'],
  ['an unknown scheme', 'custom://localhost'],
  ['a space in the name', 'https://exa mple.com'],
  ['an encoded slash in the name', 'https://a%2fb.com'],
] as const;

test.each(REFUSED)('R-48, A11: refuses %s', (_, appHost) => {
  expect(() => readAppHost(appHost)).toThrow(TypeError);
});

test('R-48: refuses what is not a string', () => {
  for (const value of [undefined, null, 7, {}, []]) {
    expect(() => readAppHost(value as unknown as string)).toThrow(TypeError);
  }
});

test('R-48, A11: any text is refused or becomes an https origin, or an http one on this machine', () => {
  const part = fc.constantFrom(
    ...['https:', 'http:', '//', '/', '\\', '@', ':', '?', '#', '.', '..', '%2f', '\t', '\n'],
    ...['localhost', '127.0.0.1', '[::1]', 'evil.com', 'example.genauth.ai', '443', 'x'],
  );
  const url = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.array(part, { maxLength: 5 }).map((parts) => `https://${parts.join('')}`),
  );
  fc.assert(
    fc.property(url, (appHost) => {
      let origin: string;
      try {
        origin = readAppHost(appHost);
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
        return;
      }
      const { protocol, hostname } = new URL(origin);
      expect(origin).toBe(new URL(appHost).origin);
      expect(
        protocol === 'https:' || /^((.+\.)?localhost|127\.0\.0\.1|\[::1\])$/.test(hostname),
      ).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});
