import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { accountIn, columns, wrong } from './account.testing.ts';
import { bindContact } from './bindContact.ts';
import { changeContact } from './changeContact.ts';
import { contactsOfUser } from './contactsOfUser.ts';
import { explain } from './explain.ts';
import { readProfile } from './profile.ts';
import { unbindContact } from './unbindContact.ts';

type View = ReturnType<typeof accountIn>;
/** Tries it, with the code that was sent or with a wrong one. */
type Work = Promise<(isWrong?: boolean) => Promise<void>>;

const NONE = { phone: null, email: null };
const kindOf = (work: Promise<unknown>) => work.then(() => 'done', explain);

test('F62, F78: a profile read before the clock was set back settles nothing', async () => {
  const [{ contact, present }] = columns;
  const { sandbox, account, signal, codeFor, user } = accountIn(NONE);
  await readProfile(account, signal);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 });
  onTestFinished(() => void vi.useRealTimers());
  const code = await codeFor(contact, 'bind', present);
  sandbox.addFault({ operation: 'bindPhone', kind: 'commitThenLose' });
  await bindContact(contact, account, { to: present, code }, signal);
  expect(contact.isOf(await user(), present)).toBe(true);
});

describe.each(columns)('F62: the answer and the profile after it are lost: a $kind', (column) => {
  const { kind, contact, present, next, operations } = column;

  /** What is done is done by the first call, and neither its answer nor the profile comes through. */
  async function lost(operation: string, work: (view: View) => Work) {
    const view = accountIn(operation === operations.bind ? NONE : {});
    const act = await work(view);
    view.sandbox.addFault({ operation, kind: 'commitThenLose' });
    view.sandbox.addFault({ operation: 'getProfile', kind: 'resetBeforeHeaders' });
    expect(await kindOf(act())).toBe('network');
    const now = async () => contactsOfUser[kind].of(await view.user());
    return { ...view, act, now };
  }
  const bind = ({ account, signal, codeFor }: View): Work =>
    codeFor(contact, 'bind', present).then(
      (code) => (isWrong) =>
        bindContact(contact, account, { to: present, code: isWrong ? wrong(code) : code }, signal),
    );

  const change = async ({ account, signal, codeFor }: View) => {
    const old = { to: present, code: await codeFor(contact, 'changeOld', present) };
    const code = await codeFor(contact, 'changeNew', next);
    return (isWrong?: boolean) => {
      const fresh = { to: next, code: isWrong ? wrong(code) : code };
      return changeContact(contact, account, { old, next: fresh }, signal);
    };
  };

  const unbind = async ({ account, signal, codeFor }: View) => {
    const code = await codeFor(contact, 'unbind', present);
    return (isWrong?: boolean) =>
      unbindContact(contact, account, isWrong ? wrong(code) : code, signal);
  };

  describe.each([
    { name: 'bound', operation: operations.bind, work: bind, after: present },
    { name: 'changed', operation: operations.update, work: change, after: next },
    { name: 'removed', operation: operations.unbind, work: unbind, after: undefined },
  ])('$name', ({ operation, work, after }) => {
    test.each([false, true])(
      'is a success for whoever tries again, whatever the server calls it (wrong code: %s)',
      async (isWrong) => {
        const { act, now } = await lost(operation, work);
        expect(await kindOf(act(isWrong))).toBe('done');
        expect(await now()).toBe(after);
      },
    );

    test('is nothing that is known while the profile cannot be read', async () => {
      const { sandbox, act } = await lost(operation, work);
      for (let tries = 0; tries < 2; tries++) {
        sandbox.addFault({ operation: 'getProfile', kind: 'resetBeforeHeaders' });
        const failure = await act(true).catch((error: unknown) => error);
        expect(failure).toMatchObject({ kind: 'network', outcome: 'unknown' });
        // For support the refusal is a call like any other.
        expect(failure).toHaveProperty('requestId');
      }
      expect(await kindOf(act(true))).toBe('done');
    });

    test('keeps a session that is over what it is', async () => {
      const { sandbox, act } = await lost(operation, work);
      const over = { kind: 'http', status: 401, body: '', times: 9 } as const;
      for (const each of [...Object.values(operations), 'getProfile']) {
        sandbox.addFault({ operation: each, ...over });
      }
      expect(await kindOf(act())).toBe('auth');
    });
  });

  test('is believed not to be bound once a profile says so', async () => {
    const view = accountIn(NONE);
    const act = await bind(view);
    view.sandbox.addFault({ operation: operations.bind, kind: 'resetBeforeHeaders' });
    view.sandbox.addFault({ operation: 'getProfile', kind: 'resetBeforeHeaders' });
    expect(await kindOf(act())).toBe('network');
    expect(await kindOf(act(true))).toBe('codeWrong');
    const before = view.callsOf('getProfile');
    expect(await kindOf(act(true))).toBe('codeWrong');
    expect(view.callsOf('getProfile')).toBe(before);
  });

  test('is in doubt for whoever left before the answer, too', async () => {
    const view = accountIn(NONE);
    const code = await view.codeFor(contact, 'bind', present);
    const leaving = new AbortController();
    const proof = { to: present, code };
    view.sandbox.addFault({ operation: operations.bind, kind: 'commitThenLose' });
    const left = bindContact(contact, view.account, proof, leaving.signal);
    leaving.abort();
    await expect(left).rejects.toThrow();
    // Another page of the same person has used the code meanwhile, or this call has.
    await contact.bind(view.client, proof, { signal: view.signal }).catch(() => undefined);
    const again = bindContact(
      contact,
      view.account,
      { to: present, code: wrong(code) },
      view.signal,
    );
    expect(await kindOf(again)).toBe('done');
  });
});
