import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAuthenticationClient } from './authenticationClient.ts';
import { GenAuthError } from './failure.ts';

interface Secrets {
  phoneNumber: string;
  passCode: string;
  token: string;
}

const secrets: fc.Arbitrary<Secrets> = fc.record({
  phoneNumber: fc.stringMatching(/^1[3-9][0-9]{9}$/),
  passCode: fc.stringMatching(/^[0-9]{6}$/),
  token: fc.stringMatching(/^[\w.-]{20,40}$/),
});

/** All that a logger could find: own properties, also hidden ones, and those of the causes. */
function everythingIn(error: Error): string {
  const texts = Object.getOwnPropertyNames(error).map((name) => {
    const value: unknown = Reflect.get(error, name);
    return value instanceof Error ? everythingIn(value) : `${name}: ${JSON.stringify(value)}`;
  });
  return [String(error), ...texts].join('\n');
}

const respond = (body: unknown, status = 200) => Response.json(body, { status });

test('R-26, R-46, I10: no error holds the number, the code or the token, however the call fails', async () => {
  const failures: ((secrets: Secrets) => Promise<Response>)[] = [
    (all) => Promise.reject(new TypeError(`cannot send ${JSON.stringify(all)}`)),
    (all) => Promise.reject(Object.assign(new Error('axios'), { config: all, cause: all })),
    async (all) => respond(`${JSON.stringify(all)} is not JSON`),
    async (all) => respond({ ...all }),
    async (all) => respond(JSON.stringify(all), 500),
    async (all) => respond({ statusCode: 499, message: 'Wrong code', apiCode: 2001, data: all }),
    async (all) => respond({ statusCode: 409, message: 'Taken', requestId: 'r-1', ...all }, 409),
    async (all) => respond({ statusCode: 200, message: '', data: [all] }),
  ];
  await fc.assert(
    fc.asyncProperty(secrets, fc.constantFrom(...failures), async (all, fail) => {
      const { phoneNumber, passCode, token } = all;
      const client = createAuthenticationClient({
        appId: 'app',
        appHost: 'https://example.genauth.ai',
        getAccessToken: () => token,
        fetch: () => fail(all),
      });
      const error: unknown = await client
        .verifyUpdatePhoneRequest({
          verifyMethod: 'PHONE_PASSCODE',
          phonePassCodePayload: { newPhoneNumber: phoneNumber, newPhonePassCode: passCode },
        })
        .catch((reason) => reason);
      if (!(error instanceof GenAuthError)) throw new Error('did not fail as it should');
      const text = everythingIn(error);
      for (const secret of [phoneNumber, passCode, token]) expect(text).not.toContain(secret);
    }),
    { numRuns: 1_000 },
  );
});

test('an error names the operation and the kind, and has only what is known', () => {
  const error = new GenAuthError({ kind: 'timeout', outcome: 'unknown', operation: 'bindPhone' });
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).toBe('GenAuthError: bindPhone failed: timeout');
  expect(Object.keys(error).sort()).toEqual(['kind', 'name', 'operation', 'outcome']);
});
