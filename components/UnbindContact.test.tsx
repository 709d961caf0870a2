import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sendLog } from '../src/account/sendLog.ts';
import { createSandbox } from '../src/sandbox/index.ts';
import {
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

const CODE = 'Verification code';

afterEach(() => {
  cleanup();
  sendLog.clear();
  localStorage.clear();
  sessionStorage.clear();
  vi.restoreAllMocks();
});

describe.each(contacts)('unbinding the $kind', (contact) => {
  const { Unbind, operations } = contact;
  const confirm = `Unbind ${contact.masked}`;

  async function withCode(...args: Parameters<typeof renderFor>) {
    const view = renderFor(...args);
    await screen.findByRole('textbox', { name: CODE });
    const code = await view.sendCode();
    await view.fill(CODE, code);
    return { ...view, code };
  }

  it('says what is lost and what remains, and names the contact on the button', async () => {
    const identities = [
      { identityId: 'i-1', extIdpId: 'e-1', provider: 'github', type: 'generic' },
    ];
    renderFor({ ...contact.bound, username: 'ada', identities } as never, <Unbind />);
    expect(
      await screen.findByText(`You will no longer be able to sign in with ${contact.masked}.`),
    ).toBeVisible();
    await screen.findByText('Password');
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      contact.otherMasked,
      'github',
      'Password',
    ]);
    expect(screen.getByRole('button', { name: confirm })).toBeVisible();
    expect(document.body.textContent).not.toMatch(/13912345678|ada@/);
  });

  it('removes it with the code that it received', async () => {
    const onUnbound = vi.fn();
    const { press, deeds, profile, sandbox } = await withCode(
      contact.bound,
      <Unbind onUnbound={onUnbound} />,
    );
    await press(confirm);
    await waitFor(() => expect(said()).toContain(`${contact.done.unbound}: ${contact.masked}`));
    expect(deeds()).toEqual([operations.send, operations.unbind]);
    expect(sandbox.outbox()[0]?.channel).toMatch(/^CHANNEL_UNBIND_/);
    expect(await profile()).toMatchObject({ [contact.kind]: null });
    await waitFor(() => expect(onUnbound.mock.calls).toEqual([[{ masked: contact.masked }]]));
    // It stays said, although the account now has none.
    expect(said()).toContain(contact.done.unbound);
    expect(queryField(contact.field)).not.toBeInTheDocument();
    expect(screen.getByRole('region', { name: contact.unbind })).toHaveFocus();
  });

  it('refuses by itself to remove the last way to sign in, and sends nothing', async () => {
    const onNeedHelp = vi.fn();
    const { press, deeds } = renderFor(contact.alone, <Unbind onNeedHelp={onNeedHelp} />);
    await screen.findByText(/This is the only way left to sign in/);
    expect(queryButton(/^Send/)).not.toBeInTheDocument();
    expect(queryButton(confirm)).not.toBeInTheDocument();
    await press('Get help');
    await waitFor(() =>
      expect(onNeedHelp.mock.calls).toEqual([
        [{ reason: 'lastSignIn', operation: contact.onNeedHelpOf.unbind }],
      ]),
    );
    expect(deeds()).toEqual([]);
  });

  it('counts neither a password without a name nor a name without a password', async () => {
    renderFor({ ...contact.alone, password: 'Sandbox-1' }, <Unbind />);
    await screen.findByText(/This is the only way left to sign in/);
    cleanup();
    renderFor({ ...contact.alone, username: 'ada' }, <Unbind />);
    await screen.findByText(/This is the only way left to sign in/);
  });

  it('takes the word of a server that counts more strictly, and offers help', async () => {
    const onNeedHelp = vi.fn();
    const { press } = await withCode(
      { ...contact.alone, username: 'ada', password: 'Sandbox-1' },
      <Unbind onNeedHelp={onNeedHelp} />,
    );
    await press(confirm);
    await waitFor(() => expect(complaints()).toMatch(/sign in/));
    expect(field(CODE)).not.toHaveValue('');
    await press('Get help');
    await waitFor(() => expect(onNeedHelp).toHaveBeenCalledTimes(1));
    expect(onNeedHelp.mock.calls[0]?.[0]).toMatchObject({
      operation: contact.onNeedHelpOf.unbind,
      apiCode: contact.codes.last,
    });
  });

  it.each([1320005, 1320010])('refuses for code %i of the server', async (apiCode) => {
    const { press, sandbox, profile } = await withCode(contact.bound, <Unbind />);
    const envelope = { statusCode: 422, apiCode, message: 'no', requestId: 'r-1' };
    sandbox.addFault({ operation: operations.unbind, kind: 'envelope', envelope });
    await press(confirm);
    await waitFor(() => expect(complaints()).toMatch(/sign in/));
    expect((await profile())[contact.kind]).not.toBeNull();
  });

  it('begins anew for another contact that the account has meanwhile', async () => {
    const { sandbox } = await withCode(contact.bound, <Unbind />);
    sandbox.account({ token: TOKEN, ...contact.elsewhere });
    await lookAgain();
    await waitFor(() =>
      expect(said()).toContain(`Your account has ${contact.elsewhereMasked} now.`),
    );
    expect(field(CODE)).toHaveValue('');
    expect(screen.getByRole('region', { name: contact.unbind })).toHaveFocus();
  });

  it('has a wrong code corrected, and goes on', async () => {
    const { press, fill, code } = await withCode(contact.bound, <Unbind />);
    await fill(CODE, wrong(code));
    await press(confirm);
    await waitFor(() => expect(field(CODE)).toBeInvalid());
    expect(field(CODE)).toHaveFocus();
    await fill(CODE, code);
    await press(confirm);
    await waitFor(() => expect(said()).toContain(contact.done.unbound));
  });

  it('finds in the profile that a removal whose answer was lost was done', async () => {
    const { press, sandbox, deeds } = await withCode(contact.bound, <Unbind />);
    sandbox.addFault({ operation: operations.unbind, kind: 'commitThenLose' });
    await press(confirm);
    await waitFor(() => expect(said()).toContain(contact.done.unbound));
    expect(deeds().filter((name) => name === operations.unbind)).toHaveLength(1);
  });

  it('sends only with a gesture, and to the contact that is bound', async () => {
    const { sandbox } = await withCode(contact.bound, <Unbind />);
    expect(sandbox.outbox()).toHaveLength(1);
    expect(said()).toContain(`Code sent to ${contact.masked}.`);
    expect(send()).toHaveAttribute('aria-disabled', 'true');
  });

  it('lets the server decide where it cannot be known whether there is a password', async () => {
    const sandbox = createSandbox({ accounts: [{ token: TOKEN, ...contact.alone }] });
    sandbox.addFault({ operation: 'getSecurityInfo', kind: 'http', status: 500, body: '' });
    const { fill, press } = renderFor({}, <Unbind />, { client: { fetch: sandbox.fetch } });
    await screen.findByRole('textbox', { name: CODE });
    expect(screen.queryByText('You can still sign in with:')).not.toBeInTheDocument();
    await press('Send code');
    await waitFor(() => expect(sandbox.outbox()).toHaveLength(1));
    await fill(CODE, sandbox.outbox()[0]?.code ?? '');
    await press(confirm);
    await waitFor(() => expect(complaints()).toMatch(/sign in/));
  });
});
