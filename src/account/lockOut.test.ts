import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountIn, columns, wrong } from './account.testing.ts';
import { bindContact } from './bindContact.ts';
import { changeContact } from './changeContact.ts';
import { contactsOfUser } from './contactsOfUser.ts';
import { waysWithout } from './signInWays.ts';
import { unbindContact } from './unbindContact.ts';

const identity = {
  identityId: 'i',
  extIdpId: 'e',
  provider: 'github',
  type: 'generic',
  userIdInIdp: 'u',
  originConnIds: [],
};

const credentials = fc.record({
  phone: fc.constantFrom('13912345678', null),
  email: fc.constantFrom('ada@example.com', null),
  username: fc.constantFrom('ada', null),
  password: fc.constantFrom('Sandbox-1', null),
  identities: fc.constantFrom([identity], []),
});

const actions = fc.array(
  fc.record({
    column: fc.constantFrom(...columns),
    what: fc.constantFrom('bind' as const, 'change' as const, 'unbind' as const),
    hasRightCode: fc.boolean(),
    isAnswerLost: fc.boolean(),
    /** Two windows that both show the account as it was. */
    isStale: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

// Node runs what a page would: the same functions, against the same server.
test('no sequence of binding, changing and removing leaves an account without a way to sign in', async () => {
  await fc.assert(
    fc.asyncProperty(credentials, actions, async (state, steps) => {
      const { identities, ...others } = state;
      const begun = { ...others, phoneCountryCode: '+86', identities: [...identities] };
      const view = accountIn(begun, { settings: { resendLockMs: 0 } });
      const { sandbox, account, client, signal, codeFor, user } = view;
      const countWays = async () => {
        const { data } = await client.getSecurityInfo();
        const now = await user();
        const own = columns.some(({ kind }) => contactsOfUser[kind].of(now) !== undefined);
        const identities = now.identities?.length ?? 0;
        return Number(own) + identities + Number(data.passwordSet && Boolean(now.username));
      };
      const before = await countWays();
      let shown = await user();
      for (const { column, what, hasRightCode, isAnswerLost, isStale } of steps) {
        const { kind, contact, next, operations } = column;
        if (!isStale) shown = await user();
        const current = contactsOfUser[kind].of(shown);
        const code = async (purpose: Parameters<typeof codeFor>[1], to: string) => {
          const sent = await codeFor(contact, purpose, to);
          return { to, code: hasRightCode ? sent : wrong(sent) };
        };
        const last = what === 'change' ? operations.update : operations[what];
        if (isAnswerLost) sandbox.addFault({ operation: last, kind: 'commitThenLose' });
        const ignore = () => undefined;
        if (what === 'bind' && !current)
          await bindContact(contact, account, await code('bind', next), signal).catch(ignore);
        if (what === 'change' && current) {
          const change = {
            old: await code('changeOld', current),
            next: await code('changeNew', next),
          };
          await changeContact(contact, account, change, signal).catch(ignore);
        }
        if (what === 'unbind' && current) {
          const { data } = await client.getSecurityInfo();
          // What the form refuses by itself, before it has a code sent.
          if (waysWithout(kind, shown, data).length === 0) continue;
          const proof = await code('unbind', current);
          await unbindContact(contact, account, proof.code, signal).catch(ignore);
        }
        if (before > 0) expect(await countWays()).toBeGreaterThan(0);
      }
    }),
    { numRuns: 150 },
  );
});
