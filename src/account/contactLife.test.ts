import { describe, expect, test } from 'vitest';
import { accountIn, columns, wrong } from './account.testing.ts';
import { changeContact } from './changeContact.ts';
import { checkCode } from './checkCode.ts';
import { contactsOfUser } from './contactsOfUser.ts';
import { explain } from './explain.ts';
import { unbindContact } from './unbindContact.ts';

const kindOf = (work: Promise<unknown>) => work.then(() => 'done', explain);

describe.each(columns)('a $kind', (column) => {
  const { kind, contact, present, next, taken, operations } = column;

  async function withCodes(...args: Parameters<typeof accountIn>) {
    const view = accountIn(...args);
    const old = { to: present, code: await view.codeFor(contact, 'changeOld', present) };
    const fresh = { to: next, code: await view.codeFor(contact, 'changeNew', next) };
    const change = (changes: Partial<Parameters<typeof changeContact>[2]> = {}) =>
      kindOf(changeContact(contact, view.account, { old, next: fresh, ...changes }, view.signal));
    const now = async () => contactsOfUser[kind].of(await view.user());
    return { ...view, old, fresh, change, now };
  }

  async function withCode(...args: Parameters<typeof accountIn>) {
    const view = accountIn(...args);
    const code = await view.codeFor(contact, 'unbind', present);
    const unbind = (text = code) => kindOf(unbindContact(contact, view.account, text, view.signal));
    const now = async () => contactsOfUser[kind].of(await view.user());
    return { ...view, code, unbind, now };
  }

  describe('is changed', () => {
    test('with two codes, and the profile is read anew', async () => {
      const { change, now, callsOf } = await withCodes();
      expect(await change()).toBe('done');
      expect(callsOf('getProfile')).toBe(1);
      expect(await now()).toBe(next);
    });

    test('with one where the tenant does not check the old', async () => {
      const settings = { verifyOldPhone: false, verifyOldEmail: false };
      const { change, now } = await withCodes({}, { settings });
      expect(await change({ old: undefined })).toBe('done');
      expect(await now()).toBe(next);
    });

    test.each(['verify', 'update'] as const)(
      'or not, and never twice, when the answer of %s is lost',
      async (step) => {
        const { sandbox, change, now, callsOf } = await withCodes();
        sandbox.addFault({ operation: operations[step], kind: 'commitThenLose' });
        const result = await change();
        expect(callsOf(operations[step])).toBe(1);
        expect(result).toBe(step === 'update' ? 'done' : 'network');
        expect(await now()).toBe(step === 'update' ? next : present);
      },
    );

    test('although the first answer was lost, when the token is called spent', async () => {
      const { sandbox, change, now } = await withCodes();
      sandbox.addFault({ operation: operations.update, kind: 'commitThenLose' });
      await change();
      expect(await now()).toBe(next);
      // Pressed again by a person who was told nothing: the same is refused, and it is theirs.
      expect(await change()).toBe('done');
    });

    test('unless nobody can tell, and then the first failure is told', async () => {
      const { sandbox, change } = await withCodes();
      sandbox.addFault({ operation: operations.update, kind: 'commitThenLose' });
      sandbox.addFault({ operation: 'getProfile', kind: 'http', status: 500, body: '' });
      expect(await change()).toBe('network');
    });

    test('not with a token that has expired', async () => {
      const { change, now } = await withCodes({}, { settings: { oneTimeTokenMs: 0 } });
      expect(await change()).toBe('verificationExpired');
      expect(await now()).toBe(present);
    });

    test.each(['old', 'next'] as const)('not with a wrong %s code', async (which) => {
      const { change, now, old, fresh } = await withCodes();
      const proof = which === 'old' ? old : fresh;
      expect(await change({ [which]: { ...proof, code: wrong(proof.code) } })).toBe('codeWrong');
      expect(await now()).toBe(present);
      expect(await change()).toBe('done');
    });

    test('not without the old code where the tenant wants it', async () => {
      const { change } = await withCodes();
      expect(await change({ old: undefined })).toMatch(/^old(Phone|Email)Unverified$/);
    });

    test('not to one that another account has', async () => {
      const { change, codeFor, now } = await withCodes();
      const code = await codeFor(contact, 'changeNew', taken);
      expect(await change({ next: { to: taken, code } })).toMatch(/^(phone|email)Taken$/);
      expect(await now()).toBe(present);
    });
  });

  describe('is removed', () => {
    test('with a code, and the profile is read anew', async () => {
      const { unbind, now, callsOf } = await withCode();
      expect(await unbind()).toBe('done');
      expect(callsOf('getProfile')).toBe(1);
      expect(await now()).toBeUndefined();
    });

    test('once, also when the answer is lost, and when it is asked for again', async () => {
      const { sandbox, unbind, now, callsOf } = await withCode();
      sandbox.addFault({ operation: operations.unbind, kind: 'commitThenLose' });
      expect(await unbind()).toBe('done');
      expect(callsOf(operations.unbind)).toBe(1);
      expect(await unbind()).toBe('done');
      expect(await now()).toBeUndefined();
    });

    test('not with a wrong code', async () => {
      const { unbind, now, code } = await withCode();
      expect(await unbind(wrong(code))).toBe('codeWrong');
      expect(await now()).toBe(present);
      expect(await unbind()).toBe('done');
    });

    test('not as the last way to sign in', async () => {
      const other = kind === 'phone' ? { email: null } : { phone: null };
      const { unbind, now } = await withCode({ ...other, password: null });
      expect(await unbind()).toMatch(/^(unbindRefused|lastSignIn)$/);
      expect(await now()).toBe(present);
    });
  });

  describe('has its code checked before it is used', () => {
    const check = async (code: (sent: string) => string, fault?: number) => {
      const { sandbox, client, signal, codeFor } = accountIn();
      const sent = await codeFor(contact, 'changeOld', present);
      if (fault) sandbox.addFault({ operation: 'preCheckCode', kind: 'http', status: fault });
      const proof = { to: present, code: code(sent) };
      return kindOf(checkCode(client, contact, 'changeOld', proof, signal));
    };

    test('a right one passes', async () => expect(await check((sent) => sent)).toBe('done'));
    test('a wrong one does not', async () => expect(await check(wrong)).toBe('codeWrong'));
    test.each([404, 429, 500, 502])('an answer %i decides nothing', async (status) => {
      expect(await check(wrong, status)).toBe('done');
    });

    test('and remains usable', async () => {
      const { client, signal, old, change } = await withCodes();
      await checkCode(client, contact, 'changeOld', old, signal);
      expect(await change()).toBe('done');
    });

    test('and whoever has left hears of nothing', async () => {
      const { client } = accountIn();
      const controller = new AbortController();
      controller.abort(new Error('left'));
      const proof = { to: present, code: '123456' };
      const work = checkCode(client, contact, 'changeOld', proof, controller.signal);
      await expect(work).rejects.toThrow('left');
    });
  });
});
