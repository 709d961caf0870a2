import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sendLog } from '../src/account/sendLog.ts';
import {
  button,
  complaints,
  contacts,
  field,
  lookAgain,
  queryButton,
  queryField,
  renderFor,
  said,
  send,
} from './contacts.testing.tsx';
import { wrong } from './form.testing.tsx';
import { TOKEN } from './testing.tsx';

afterEach(() => {
  cleanup();
  sendLog.clear();
  localStorage.clear();
  sessionStorage.clear();
  vi.restoreAllMocks();
});

describe.each(contacts)('changing the $kind', (contact) => {
  const { Change, operations } = contact;

  /** Both steps done, but for the last press. */
  async function upToTheEnd(...args: Parameters<typeof renderFor>) {
    const view = renderFor(...args);
    await view.confirmOld(contact);
    await view.fill(contact.newField, contact.fresh);
    await view.fill(contact.newCode, await view.sendCode());
    return view;
  }

  it('asks for two codes, told apart, and spends the token at once', async () => {
    const onChanged = vi.fn();
    const { press, deeds, calls, sandbox, profile } = await upToTheEnd(
      contact.bound,
      <Change onChanged={onChanged} />,
    );
    expect(screen.getByText(/^Step 2 of 2: confirm your new /)).toBeVisible();
    await press(contact.change);
    await waitFor(() =>
      expect(said()).toContain(`${contact.done.changed}: ${contact.freshMasked}`),
    );
    expect(deeds()).toEqual([
      operations.send,
      'preCheckCode',
      operations.send,
      operations.verify,
      operations.update,
    ]);
    const [newCode, oldCode] = sandbox.outbox().map(({ code }) => code);
    const text = JSON.stringify(calls().find(({ operation }) => operation === operations.verify));
    expect(text).toContain(`"${oldCode}"`);
    expect(text).toContain(`"${newCode}"`);
    expect(await profile()).toMatchObject({ [contact.kind]: contact.fresh });
    await waitFor(() => expect(onChanged.mock.calls).toEqual([[{ masked: contact.freshMasked }]]));
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(screen.queryByText(/^Step /)).not.toBeInTheDocument();
    expect(screen.getByRole('region', { name: contact.change })).toHaveFocus();
  });

  it('waits for each code by itself', async () => {
    const { confirmOld, fill, press } = renderFor(contact.bound, <Change />);
    await confirmOld(contact);
    await fill(contact.newField, contact.fresh);
    expect(send()).not.toHaveAttribute('aria-disabled');
    await press(/^Send code$/);
    await waitFor(() => expect(send()).toHaveAttribute('aria-disabled', 'true'));
    await press('Back');
    expect(send()).toHaveAttribute('aria-disabled', 'true');
    expect(send()).toHaveAccessibleDescription(/You can ask for another code in/);
  });

  it('refuses the present one kindly, and sends nothing', async () => {
    const { confirmOld, fill, user, deeds } = renderFor(contact.bound, <Change />);
    await confirmOld(contact);
    await fill(contact.newField, contact.present);
    await user.click(send());
    await waitFor(() => expect(field(contact.newField)).toBeInvalid());
    expect(field(contact.newField)).toHaveAccessibleDescription(/your account has now|already/i);
    expect(deeds()).toEqual([operations.send, 'preCheckCode']);
  });

  it('has a wrong old code corrected where it was typed, without using it up', async () => {
    const { sendCode, fill, press, deeds } = renderFor(contact.bound, <Change />);
    await screen.findByRole('textbox', { name: contact.oldCode });
    const code = await sendCode();
    await fill(contact.oldCode, wrong(code));
    await press('Continue');
    await waitFor(() => expect(field(contact.oldCode)).toBeInvalid());
    expect(field(contact.oldCode)).toHaveFocus();
    expect(queryField(contact.newField)).not.toBeInTheDocument();
    await fill(contact.oldCode, code);
    await press('Continue');
    await waitFor(() => expect(field(contact.newField)).toHaveFocus());
    expect(deeds()).toEqual([operations.send, 'preCheckCode', 'preCheckCode']);
  });

  it('goes on when the server cannot check a code by itself', async () => {
    const { sandbox, confirmOld } = renderFor(contact.bound, <Change />);
    sandbox.addFault({ operation: 'preCheckCode', kind: 'http', status: 404, body: '' });
    await confirmOld(contact);
    expect(field(contact.newField)).toHaveFocus();
  });

  it('keeps everything on the way back and forth', async () => {
    const { press } = await upToTheEnd(contact.bound, <Change />);
    const values = () =>
      screen.getAllByRole('textbox').map((input) => (input as HTMLInputElement).value);
    const second = values();
    await press('Back');
    const [oldCode] = values();
    expect(oldCode).toMatch(/^\d{6}$/);
    expect(field(contact.oldCode)).toHaveFocus();
    await press('Continue');
    await waitFor(() => expect(queryField(contact.newField)).toBeVisible());
    expect(values()).toEqual(second);
  });

  it('does not say which of two codes is wrong, and both can be corrected', async () => {
    const { fill, press, newestCode } = await upToTheEnd(contact.bound, <Change />);
    const code = newestCode();
    await fill(contact.newCode, wrong(code));
    await press(contact.change);
    await waitFor(() => expect(complaints()).toMatch(/one of the two codes/i));
    await press('Back');
    expect(field(contact.oldCode)).toBeVisible();
    await press('Continue');
    await waitFor(() => expect(queryField(contact.newCode)).toBeVisible());
    await fill(contact.newCode, code);
    await press(contact.change);
    await waitFor(() => expect(said()).toContain(contact.done.changed));
  });

  describe('when the old one is lost', () => {
    it('tries without its code, and leads to help when the server refuses', async () => {
      const onNeedHelp = vi.fn();
      const { press, fill, sendCode, deeds } = renderFor(
        contact.bound,
        <Change onNeedHelp={onNeedHelp} />,
      );
      await press('I can no longer receive codes there');
      expect(field(contact.newField)).toHaveFocus();
      await fill(contact.newField, contact.fresh);
      await fill(contact.newCode, await sendCode());
      await press(contact.change);
      await waitFor(() => expect(queryField(contact.oldCode)).toBeVisible());
      expect(complaints()).toMatch(/confirm|code/i);
      expect(deeds()).toEqual([operations.send, operations.verify]);
      await press('Get help');
      await waitFor(() => expect(onNeedHelp).toHaveBeenCalledTimes(1));
      expect(onNeedHelp.mock.calls[0]).toEqual([
        { reason: 'contactLost', operation: contact.onNeedHelpOf.change },
      ]);
    });

    it('succeeds where the server allows it', async () => {
      const { sandbox, press, fill, sendCode } = renderFor(contact.bound, <Change />);
      await press('I can no longer receive codes there');
      sandbox.settings({ [contact.verifyOld]: false });
      await fill(contact.newField, contact.fresh);
      await fill(contact.newCode, await sendCode());
      await press(contact.change);
      await waitFor(() => expect(said()).toContain(contact.done.changed));
    });

    it('asks for the old code after all when it is found again', async () => {
      const { press, fill, sendCode, confirmOld } = renderFor(contact.bound, <Change />);
      await press('I can no longer receive codes there');
      await fill(contact.newField, contact.fresh);
      await fill(contact.newCode, await sendCode());
      await press(contact.change);
      await waitFor(() => expect(queryField(contact.oldCode)).toBeVisible());
      await confirmOld(contact);
      expect(screen.queryByText(/^Without that code,/)).not.toBeInTheDocument();
      await press(contact.change);
      await waitFor(() => expect(said()).toContain(contact.done.changed));
    });
  });

  describe('for a tenant that does not check the old one', () => {
    const oneStep = { sandbox: { settings: { [contact.verifyOld]: false } } };

    it('is one step', async () => {
      const { sendCode, fill, press, deeds } = renderFor(contact.bound, <Change />, oneStep);
      await screen.findByRole('textbox', { name: contact.newField });
      await waitFor(() => expect(queryField(contact.oldCode)).not.toBeInTheDocument());
      expect(screen.queryByText(/^Step /)).not.toBeInTheDocument();
      expect(queryButton('Back')).not.toBeInTheDocument();
      await fill(contact.newField, contact.fresh);
      await fill(contact.newCode, await sendCode());
      await press(contact.change);
      await waitFor(() => expect(said()).toContain(contact.done.changed));
      expect(deeds()).toEqual([operations.send, operations.verify, operations.update]);
    });

    it('becomes two when the server wants the old code all the same, and stays so', async () => {
      const { sandbox, sendCode, fill, press, confirmOld } = renderFor(
        contact.bound,
        <Change />,
        oneStep,
      );
      await screen.findByRole('textbox', { name: contact.newField });
      await fill(contact.newField, contact.fresh);
      await fill(contact.newCode, await sendCode());
      sandbox.settings({ [contact.verifyOld]: true });
      await press(contact.change);
      await waitFor(() => expect(queryField(contact.oldCode)).toBeVisible());
      await confirmOld(contact);
      expect(button('Back')).toBeVisible();
      await press(contact.change);
      await waitFor(() => expect(said()).toContain(contact.done.changed));
    });
  });

  describe('when something goes wrong at the end', () => {
    it('goes back one step when the token has expired, with everything kept', async () => {
      const { sandbox, press, letTimePass, confirmOld, sendCode, fill } = await upToTheEnd(
        contact.bound,
        <Change />,
      );
      const typed = (field(contact.newField) as HTMLInputElement).value;
      const envelope = { statusCode: 403, message: 'no', requestId: 'r-1' };
      sandbox.addFault({ operation: operations.update, kind: 'envelope', envelope });
      await press(contact.change);
      await waitFor(() => expect(queryField(contact.oldCode)).toBeVisible());
      expect(complaints()).toMatch(/again/i);
      expect(field(contact.oldCode)).toHaveFocus();
      letTimePass(120_000);
      await confirmOld(contact);
      expect(field(contact.newField)).toHaveValue(typed);
      await fill(contact.newCode, await sendCode());
      await press(contact.change);
      await waitFor(() => expect(said()).toContain(contact.done.changed));
    });

    it('finds in the profile that a change whose answer was lost was done', async () => {
      const { sandbox, press, deeds } = await upToTheEnd(contact.bound, <Change />);
      sandbox.addFault({ operation: operations.update, kind: 'commitThenLose' });
      await press(contact.change);
      await waitFor(() => expect(said()).toContain(contact.done.changed));
      expect(deeds().filter((name) => name === operations.update)).toHaveLength(1);
    });

    it('keeps everything when the service cannot be reached, and goes on with another press', async () => {
      const { sandbox, press } = await upToTheEnd(contact.bound, <Change />);
      sandbox.addFault({ operation: operations.verify, kind: 'resetBeforeHeaders' });
      await press(contact.change);
      await waitFor(() => expect(complaints()).toMatch(/could not be reached/i));
      expect(field(contact.newCode)).toHaveValue(sandbox.outbox()[0]?.code);
      await press(contact.change);
      await waitFor(() => expect(said()).toContain(contact.done.changed));
    });

    it('offers help with one that another account has, in a case that names nobody', async () => {
      const onNeedHelp = vi.fn();
      const { confirmOld, fill, sendCode, press, newestCode } = renderFor(
        contact.bound,
        <Change onNeedHelp={onNeedHelp} />,
      );
      await confirmOld(contact);
      await fill(contact.newField, contact.taken);
      await fill(contact.newCode, await sendCode());
      await press(contact.change);
      await waitFor(() => expect(field(contact.newField)).toBeInvalid());
      expect(field(contact.newField)).toHaveFocus();
      await press('Get help');
      await waitFor(() => expect(onNeedHelp).toHaveBeenCalledTimes(1));
      const [need] = onNeedHelp.mock.calls[0] ?? [];
      expect(need).toEqual({
        reason: `${contact.kind}Taken`,
        operation: contact.onNeedHelpOf.change,
        requestId: expect.any(String),
        apiCode: contact.codes.taken,
      });
      const text = JSON.stringify(need);
      for (const secret of [contact.taken, newestCode(), '13912345678', 'ada@']) {
        expect(text).not.toContain(secret);
      }
      // Another one is the way on, and the offer goes with the problem.
      await fill(contact.newField, contact.fresh);
      expect(queryButton('Get help')).not.toBeInTheDocument();
    });
  });

  it('sends nothing by being shown again in the middle, and the code from before still counts', async () => {
    const first = renderFor(contact.bound, <Change />);
    await screen.findByRole('textbox', { name: contact.oldCode });
    const code = await first.sendCode();
    first.unmount();
    const second = renderFor({}, <Change />, { client: { fetch: first.sandbox.fetch } });
    await screen.findByRole('textbox', { name: contact.oldCode });
    await waitFor(() => expect(said()).toContain(`Code sent to ${contact.masked}.`));
    expect(send()).toHaveAttribute('aria-disabled', 'true');
    await second.fill(contact.oldCode, code);
    await second.press('Continue');
    await waitFor(() => expect(field(contact.newField)).toHaveFocus());
    expect(first.sandbox.outbox()).toHaveLength(1);
  });

  describe('after a reload in its second step', () => {
    /** The page loaded anew: the storage is what it knows. */
    async function reloaded(first: ReturnType<typeof renderFor>) {
      first.unmount();
      const second = renderFor({}, <Change />, { client: { fetch: first.sandbox.fetch } });
      await waitFor(() => expect(queryField(contact.newField)).toBeVisible());
      return second;
    }

    it('is in that step again, sends nothing, and asks for the old code once more', async () => {
      const first = renderFor(contact.bound, <Change />);
      const oldCode = await first.confirmOld(contact);
      await first.fill(contact.newField, contact.fresh);
      const newCode = await first.sendCode();
      const { press, fill, user } = await reloaded(first);
      expect(screen.getByText(/^Step 2 of 2/)).toBeVisible();
      expect(field(contact.oldCode)).toHaveAccessibleDescription(/once more/);
      await user.type(field(contact.oldCode), `${oldCode}{Enter}`);
      expect(field(contact.newField)).toHaveFocus();
      await fill(contact.newField, contact.fresh);
      await waitFor(() => expect(send()).toHaveAttribute('aria-disabled', 'true'));
      await fill(contact.newCode, newCode);
      await press(contact.change);
      await waitFor(() => expect(said()).toContain(contact.done.changed));
      expect(first.sandbox.outbox()).toHaveLength(2);
      expect(sessionStorage).toHaveLength(0);
    });

    it('stores neither a contact nor a code', async () => {
      const first = renderFor(contact.bound, <Change />);
      const oldCode = await first.confirmOld(contact);
      await first.fill(contact.newField, contact.fresh);
      const newCode = await first.sendCode();
      const stored = JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
      expect(stored).toContain('isOldLost');
      for (const secret of [oldCode, newCode, '13912345678', 'ada@', contact.fresh])
        expect(stored).not.toContain(secret);
    });

    it('has a wrong old code corrected in its place, before the change is asked for', async () => {
      const first = renderFor(contact.bound, <Change />);
      const oldCode = await first.confirmOld(contact);
      await first.fill(contact.newField, contact.fresh);
      const newCode = await first.sendCode();
      const { press, fill } = await reloaded(first);
      await fill(contact.newField, contact.fresh);
      await fill(contact.newCode, newCode);
      await press(contact.change);
      await waitFor(() => expect(field(contact.oldCode)).toHaveFocus());
      expect(field(contact.oldCode)).toHaveAccessibleDescription(/Enter the code/);
      await fill(contact.oldCode, wrong(oldCode));
      await press(contact.change);
      await waitFor(() => expect(field(contact.oldCode)).toBeInvalid());
      expect(first.deeds()).not.toContain(operations.verify);
      await fill(contact.oldCode, oldCode);
      expect(field(contact.oldCode)).toBeValid();
      await press(contact.change);
      await waitFor(() => expect(said()).toContain(contact.done.changed));
    });

    it('leads back to have the old code sent anew', async () => {
      const first = renderFor(contact.bound, <Change />);
      await first.confirmOld(contact);
      const { press, fill } = await reloaded(first);
      await press('Back');
      expect(screen.getByText(/^Step 1 of 2/)).toBeVisible();
      first.letTimePass(60_000);
      await waitFor(() => expect(send()).not.toHaveAttribute('aria-disabled'));
      await press('Send again');
      await waitFor(() => expect(first.sandbox.outbox()).toHaveLength(2));
      await fill(contact.oldCode, first.newestCode());
      await press('Continue');
      await waitFor(() => expect(queryField(contact.newField)).toBeVisible());
      expect(queryField(contact.oldCode)).not.toBeInTheDocument();
    });

    it('goes on without the old code where that was lost', async () => {
      const first = renderFor(contact.bound, <Change />);
      await first.press('I can no longer receive codes there');
      await reloaded(first);
      expect(screen.getByText(/^Without that code,/)).toBeVisible();
      expect(queryField(contact.oldCode)).not.toBeInTheDocument();
    });

    it.each(['the old code has run out', 'the account has another one'])(
      'begins with the first step once %s',
      async (what) => {
        const first = renderFor(contact.bound, <Change />);
        await first.confirmOld(contact);
        first.unmount();
        if (what === 'the old code has run out') first.letTimePass(10 * 60_000);
        else first.sandbox.account({ token: TOKEN, ...contact.elsewhere });
        renderFor({}, <Change />, { client: { fetch: first.sandbox.fetch } });
        await screen.findByText(/^Step 1 of 2/);
        expect(field(contact.oldCode)).toBeVisible();
        expect(queryField(contact.newField)).not.toBeInTheDocument();
        expect(sessionStorage).toHaveLength(0);
      },
    );
  });

  it('says why it turns into the form of a first one when the contact was removed elsewhere', async () => {
    const { sandbox, press, fill, sendCode } = renderFor(contact.bound, <Change />);
    await screen.findByRole('textbox', { name: contact.oldCode });
    await fill(contact.oldCode, await sendCode());
    sandbox.account({ token: TOKEN, ...contact.gone });
    await lookAgain();
    await waitFor(() => expect(said()).toContain(`Your account no longer has ${contact.masked}.`));
    expect(screen.getByRole('region', { name: contact.change })).toHaveFocus();
    await fill(contact.field, contact.fresh);
    await fill('Verification code', await sendCode());
    await press(contact.bind);
    await waitFor(() => expect(said()).toContain(contact.done.bound));
    expect(said()).not.toContain('no longer has');
  });

  it('offers to bind a first one to an account that has none', async () => {
    const onBound = vi.fn();
    const { fill, sendCode, press } = renderFor(contact.without, <Change onBound={onBound} />);
    await screen.findByRole('textbox', { name: contact.field });
    await fill(contact.field, contact.fresh);
    await fill('Verification code', await sendCode());
    await press(contact.bind);
    await waitFor(() => expect(said()).toContain(contact.done.bound));
    await waitFor(() => expect(onBound).toHaveBeenCalledTimes(1));
    expect(said()).toContain(contact.done.bound);
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });
});
