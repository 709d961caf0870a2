import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSandbox } from '../sandbox/index.ts';
import { waysWithout } from './signInWays.ts';

const { user: nobody } = createSandbox().account({});
const phone = { phone: '13912345678', phoneCountryCode: '+86' };
const email = { email: 'ada@example.com' };
const github = [{ identityId: 'i', extIdpId: 'e', provider: 'github', type: 'generic' }];
const security = (passwordSet: boolean) => ({
  passwordSecurityLevel: 0,
  mfaEnrolled: false,
  passwordSet,
  emailBinded: false,
  phoneBinded: false,
  securityScore: 0,
});

describe('the ways to sign in that are left', () => {
  test.each([
    ['phone', { ...phone, ...email }, false, ['a•••@example.com']],
    ['email', { ...phone, ...email }, false, ['+86 ••• •••• 5678']],
    ['phone', phone, false, []],
    ['phone', { ...phone, identities: github }, false, ['github']],
    ['phone', { ...phone, username: 'ada' }, true, ['password']],
    ['phone', { ...phone, username: 'ada' }, false, []],
    ['phone', phone, true, []],
    [
      'phone',
      { ...phone, ...email, username: 'ada', identities: github },
      true,
      ['a•••@example.com', 'github', 'password'],
    ],
  ] as const)('without the %s of %j and password %s are %j', (gone, state, hasPassword, names) => {
    const ways = waysWithout(gone, { ...nobody, ...state } as never, security(hasPassword));
    expect(
      ways.map((way) =>
        way.kind === 'contact' ? way.masked : way.kind === 'identity' ? way.provider : 'password',
      ),
    ).toEqual(names);
  });

  test('count no password as long as nothing is known of one', () => {
    const user = { ...nobody, ...phone, username: 'ada' };
    expect(waysWithout('phone', user, undefined)).toEqual([]);
  });

  test('never name a contact in full', () => {
    const digits = fc.stringMatching(/^1[3-9]\d{9}$/);
    const name = fc.stringMatching(/^[a-z]{2,12}$/);
    fc.assert(
      fc.property(digits, name, (number, local) => {
        const user = {
          ...nobody,
          phone: number,
          phoneCountryCode: '+86',
          email: `${local}@example.com`,
        };
        const told = JSON.stringify([
          waysWithout('phone', user, undefined),
          waysWithout('email', user, undefined),
        ]);
        expect(told).not.toContain(number);
        expect(told).not.toContain(`${local}@`);
      }),
    );
  });
});
