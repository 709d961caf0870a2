import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GenAuthProvider } from '../src/account/GenAuthProvider.tsx';
import { sendLog } from '../src/account/sendLog.ts';
import { createSandbox } from '../src/sandbox/index.ts';
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
} from './contacts.testing.tsx';
import { TOKEN } from './testing.tsx';

afterEach(() => {
  cleanup();
  sendLog.clear();
  localStorage.clear();
  sessionStorage.clear();
  vi.restoreAllMocks();
});

describe.each(contacts)('the card of the $kind', (contact) => {
  const { Settings } = contact;
  const region = () => screen.getByRole('region', { name: contact.region });

  it('shows the contact masked, whether it is verified, and what can be done', async () => {
    const { calls, container } = renderFor(contact.bound, <Settings />);
    expect(container.querySelector('[aria-busy=true]')).toBeInTheDocument();
    expect(await screen.findByText(contact.masked)).toBeVisible();
    expect(screen.getByText('Verified')).toBeVisible();
    expect(button('Change')).toBeVisible();
    expect(button('Unbind')).toBeVisible();
    expect(queryButton(contact.bind)).not.toBeInTheDocument();
    expect(calls().map(({ operation }) => operation)).toEqual(['getProfile']);
    expect(document.body.textContent).not.toMatch(/13912345678|ada@/);
  });

  it('says of a contact that was never confirmed that it is not verified', async () => {
    const { sandbox } = renderFor(contact.bound, <Settings />);
    await screen.findByText('Verified');
    sandbox.account({ token: TOKEN, [`${contact.kind}Verified`]: false });
    await lookAgain();
    expect(await screen.findByText('Not verified')).toBeVisible();
  });

  it('binds a first one in its place, and the focus moves in and comes back', async () => {
    const onBound = vi.fn();
    const { press, fill, sendCode, deeds, profile } = renderFor(
      contact.without,
      <Settings onBound={onBound} />,
    );
    await press(contact.bind);
    expect(field(contact.field)).toHaveFocus();
    await fill(contact.field, contact.fresh);
    await fill('Verification code', await sendCode());
    const submits = screen.getAllByRole('button', { name: contact.bind });
    expect(submits).toHaveLength(1);
    await press(contact.bind);
    await waitFor(() => expect(said()).toContain(`${contact.done.bound}: ${contact.freshMasked}`));
    expect(await screen.findByText(contact.freshMasked)).toBeVisible();
    expect(button('Change')).toBeVisible();
    expect(queryField(contact.field)).not.toBeInTheDocument();
    await waitFor(() => expect(region()).toHaveFocus());
    expect(onBound.mock.calls).toEqual([[{ masked: contact.freshMasked }]]);
    expect(deeds()).toEqual([contact.operations.send, contact.operations.bind]);
    expect(await profile()).toMatchObject({ [`${contact.kind}Verified`]: true });
  });

  it.each(['Escape', 'Cancel'])(
    '%s closes a form, gives the focus back, and loses nothing that was typed',
    async (way) => {
      const { press, fill, user, confirmOld, deeds } = renderFor(contact.bound, <Settings />);
      await press('Change');
      expect(field(contact.oldCode)).toHaveFocus();
      await confirmOld(contact);
      expect(field(contact.newField)).toHaveFocus();
      await fill(contact.newField, contact.fresh);
      await fill(contact.newCode, '12');
      const typed = [field(contact.newField), field(contact.newCode)].map(
        (input) => (input as HTMLInputElement).value,
      );
      const close = () => (way === 'Escape' ? user.keyboard('{Escape}') : press('Cancel'));
      await close();
      expect(button('Change')).toHaveFocus();
      expect(queryField(contact.newField)).not.toBeInTheDocument();
      // Another form in between changes nothing.
      await press('Unbind');
      expect(await screen.findByRole('textbox', { name: 'Verification code' })).toHaveFocus();
      await close();
      expect(button('Unbind')).toHaveFocus();
      await press('Change');
      expect(field(contact.newField)).toHaveFocus();
      expect(field(contact.newField)).toHaveValue(typed[0]);
      expect(field(contact.newCode)).toHaveValue(typed[1]);
      expect(deeds()).toEqual([contact.operations.send, 'preCheckCode']);
    },
  );

  it('hears Escape for itself only, not for a dialog of the page around it', async () => {
    const heard = vi.fn();
    const { press, user } = renderFor(
      contact.bound,
      // biome-ignore lint/a11y/noStaticElementInteractions: stands for a dialog of the host's
      <div onKeyDown={({ key }) => heard(key)}>
        <Settings />
      </div>,
    );
    await press('Change');
    await user.keyboard('{Escape}');
    expect(heard).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(heard).toHaveBeenCalledWith('Escape');
  });

  it('notices on focus what another tab or device did', async () => {
    const { sandbox } = renderFor(contact.without, <Settings />);
    await screen.findByRole('button', { name: contact.bind });
    sandbox.account({ token: TOKEN, ...contact.elsewhere });
    await lookAgain();
    expect(await screen.findByText(contact.elsewhereMasked)).toBeVisible();
    sandbox.account({ token: TOKEN, ...contact.gone });
    await lookAgain();
    expect(await screen.findByRole('button', { name: contact.bind })).toBeVisible();
  });

  it('begins an open change anew when the contact changed elsewhere, and keeps the new one', async () => {
    const { sandbox, press, confirmOld, fill } = renderFor(contact.bound, <Settings />);
    await press('Change');
    await confirmOld(contact);
    await fill(contact.newField, contact.fresh);
    const typed = (field(contact.newField) as HTMLInputElement).value;
    sandbox.account({ token: TOKEN, ...contact.elsewhere });
    await lookAgain();
    await screen.findByText(
      `To make sure it is you, we first send a code to ${contact.elsewhereMasked}.`,
    );
    await screen.findByText(`Your account has ${contact.elsewhereMasked} now.`);
    await waitFor(() => expect(field(contact.oldCode)).toHaveFocus());
    expect(field(contact.oldCode)).toHaveValue('');
    await confirmOld(contact);
    expect(field(contact.newField)).toHaveValue(typed);
  });

  it('keeps the focus in the form when the contact changes elsewhere in its first step', async () => {
    const { sandbox, press, user } = renderFor(contact.bound, <Settings />);
    await press('Change');
    await user.keyboard('1');
    sandbox.account({ token: TOKEN, ...contact.elsewhere });
    await lookAgain();
    await screen.findByText(
      `To make sure it is you, we first send a code to ${contact.elsewhereMasked}.`,
    );
    await waitFor(() => expect(field(contact.oldCode)).toHaveFocus());
  });

  it('says why the form of a first one closes when the account has one already', async () => {
    const { sandbox, press, fill, sendCode } = renderFor(contact.without, <Settings />);
    await press(contact.bind);
    await fill(contact.field, contact.fresh);
    await fill('Verification code', await sendCode());
    sandbox.account({ token: TOKEN, ...contact.elsewhere });
    await press(contact.bind);
    await screen.findByText(`Your account has ${contact.elsewhereMasked} now.`);
    expect(said()).toContain(`Your account has ${contact.elsewhereMasked} now.`);
    expect(queryField(contact.field)).not.toBeInTheDocument();
    expect(button('Change')).toBeVisible();
    expect(region()).toHaveFocus();
    await press('Change');
    expect(said()).not.toContain('now.');
  });

  it('says why the form of a change closes when the contact was removed elsewhere', async () => {
    const { sandbox, press } = renderFor(contact.bound, <Settings />);
    await press('Change');
    sandbox.account({ token: TOKEN, ...contact.gone });
    await lookAgain();
    await waitFor(() => expect(said()).toBe(`Your account no longer has ${contact.masked}.`));
    expect(button(contact.bind)).toBeVisible();
    expect(region()).toHaveFocus();
  });

  it('says nothing of what was done to the next person', async () => {
    const sandbox = createSandbox({
      accounts: [
        { token: 'ann', ...contact.bound },
        { token: 'bob', ...contact.elsewhere },
      ],
    });
    let token = 'ann';
    const options = { fetch: sandbox.fetch, getAccessToken: () => token };
    const { press, rerender, client } = renderFor({}, <Settings />, { client: options });
    await press('Change');
    sandbox.account({ token: 'ann', ...contact.gone });
    await lookAgain();
    await waitFor(() => expect(said()).toContain('no longer has'));
    token = 'bob';
    rerender(
      <GenAuthProvider client={client} userKey="bob">
        <Settings />
      </GenAuthProvider>,
    );
    await screen.findByText(contact.elsewhereMasked);
    expect(said().trim()).toBe('');
  });

  it('says that the account could not be read, and reads it when asked again', async () => {
    const sandbox = createSandbox({ accounts: [{ token: TOKEN, ...contact.bound }] });
    sandbox.addFault({ operation: 'getProfile', kind: 'http', status: 500, body: '' });
    const { press } = renderFor({}, <Settings />, { client: { fetch: sandbox.fetch } });
    await waitFor(() => expect(complaints()).toBe('The account could not be read.'));
    sandbox.addFault({ operation: 'getProfile', kind: 'delay', ms: 100 });
    await press('Try again');
    expect(button('Try again')).toHaveAttribute('aria-busy', 'true');
    expect(await screen.findByText(contact.masked)).toBeVisible();
    expect(region()).toHaveFocus();
    expect(complaints()).toBe('');
  });

  it('keeps showing what it read when it cannot be read anew, and says so', async () => {
    const { sandbox } = renderFor(contact.bound, <Settings />);
    await screen.findByText(contact.masked);
    sandbox.addFault({ operation: 'getProfile', kind: 'http', status: 500, body: '' });
    await lookAgain();
    expect(await screen.findByText(/This may not be up to date/)).toBeVisible();
    expect(screen.getByText(contact.masked)).toBeVisible();
    expect(button('Change')).toBeVisible();
    await lookAgain();
    await waitFor(() => expect(screen.queryByText(/not be up to date/)).not.toBeInTheDocument());
  });

  it('shows the form that the page asks for, and tells the page of every other', async () => {
    const onViewChange = vi.fn();
    const { press } = renderFor(
      contact.bound,
      <Settings view="unbind" onViewChange={onViewChange} />,
    );
    await screen.findByText(/^You will no longer be able to sign in/);
    await press('Cancel');
    expect(onViewChange.mock.calls).toEqual([['card']]);
    // A page that does not follow has the last word.
    expect(screen.getByText(/^You will no longer be able to sign in/)).toBeVisible();
  });

  it('shows the card where the form that the page asks for has nothing to do', async () => {
    renderFor(contact.without, <Settings view="unbind" />);
    expect(await screen.findByRole('button', { name: contact.bind })).toBeVisible();
  });
});
