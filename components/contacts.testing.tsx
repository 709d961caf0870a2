import { act, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, vi } from 'vitest';
import type { AccountState } from '../src/sandbox/index.ts';
import { ChangeEmail } from './ChangeEmail.tsx';
import { ChangePhone, type ChangePhoneProps } from './ChangePhone.tsx';
import type { SettingsProps } from './ContactSettings.tsx';
import { EmailSettings } from './EmailSettings.tsx';
import { wordsOf } from './form.testing.tsx';
import { PhoneSettings } from './PhoneSettings.tsx';
import { renderWidget, TOKEN } from './testing.tsx';
import { UnbindEmail } from './UnbindEmail.tsx';
import { UnbindPhone } from './UnbindPhone.tsx';

/** The two contacts, each with all that its tests have to know. */
const phone = {
  kind: 'phone',
  // The tenant's country comes a moment after the form, and typing does not wait.
  Settings: (props: SettingsProps) => <PhoneSettings defaultCountry="CN" {...props} />,
  Change: (props: ChangePhoneProps) => <ChangePhone defaultCountry="CN" {...props} />,
  Unbind: UnbindPhone,
  /** An account with this contact, and with another way to sign in. */
  bound: { phone: '13912345678', phoneCountryCode: '+86', email: 'ada@example.com' },
  /** Only the other. */
  without: { email: 'ada@example.com' },
  /** This contact as the only way to sign in. */
  alone: { phone: '13912345678', phoneCountryCode: '+86', username: null, password: null },
  present: '13912345678',
  masked: '+86 ••• •••• 5678',
  otherMasked: 'a•••@example.com',
  fresh: '13800001111',
  freshTo: '+8613800001111',
  freshMasked: '+86 ••• •••• 1111',
  taken: '13900000000',
  elsewhere: { phone: '13700002222', phoneCountryCode: '+86' },
  elsewhereMasked: '+86 ••• •••• 2222',
  gone: { phone: null },
  field: 'Phone number',
  newField: 'New phone number',
  oldCode: 'Code sent to your current number',
  newCode: 'Code sent to your new number',
  region: 'Phone',
  bind: 'Bind phone',
  change: 'Change phone',
  unbind: 'Unbind phone',
  done: { bound: 'Phone bound', changed: 'Phone changed', unbound: 'Phone removed' },
  operations: {
    send: 'sendSms',
    bind: 'bindPhone',
    verify: 'verifyUpdatePhoneRequest',
    update: 'updatePhone',
    unbind: 'unbindPhone',
  },
  onNeedHelpOf: { change: 'changePhone', unbind: 'unbindPhone', bind: 'bindPhone' },
  verifyOld: 'verifyOldPhone',
  codes: { last: 1320005, absent: 1320005, taken: 1320004 },
} as const;

const email = {
  kind: 'email',
  Settings: EmailSettings,
  Change: ChangeEmail,
  Unbind: UnbindEmail,
  bound: { email: 'ada@example.com', phone: '13912345678', phoneCountryCode: '+86' },
  without: { phone: '13912345678', phoneCountryCode: '+86' },
  alone: { email: 'ada@example.com', username: null, password: null },
  present: 'ADA@example.com',
  masked: 'a•••@example.com',
  otherMasked: '+86 ••• •••• 5678',
  fresh: 'grace@example.org',
  freshTo: 'grace@example.org',
  freshMasked: 'gr•••@example.org',
  taken: 'taken@example.com',
  elsewhere: { email: 'else@example.net' },
  elsewhereMasked: 'el•••@example.net',
  gone: { email: null },
  field: 'E-mail address',
  newField: 'New e-mail address',
  oldCode: 'Code sent to your current address',
  newCode: 'Code sent to your new address',
  region: 'E-mail',
  bind: 'Bind e-mail',
  change: 'Change e-mail',
  unbind: 'Unbind e-mail',
  done: { bound: 'E-mail bound', changed: 'E-mail changed', unbound: 'E-mail removed' },
  operations: {
    send: 'sendEmail',
    bind: 'bindEmail',
    verify: 'verifyUpdateEmailRequest',
    update: 'updateEmail',
    unbind: 'unbindEmail',
  },
  onNeedHelpOf: { change: 'changeEmail', unbind: 'unbindEmail', bind: 'bindEmail' },
  verifyOld: 'verifyOldEmail',
  codes: { last: 1320010, absent: 1320009, taken: 1320004 },
} as const;

export const contacts = [phone, email] as const;
export type Contact = (typeof contacts)[number];

export const button = (name: string | RegExp) => screen.getByRole('button', { name });
export const queryButton = (name: string | RegExp) => screen.queryByRole('button', { name });
export const field = (name: string) => screen.getByRole('textbox', { name });
export const queryField = (name: string) => screen.queryByRole('textbox', { name });
export const send = () => button(/^Send (code|again)$/);

/** The window is looked at again, as after another one. */
export const lookAgain = () => act(async () => void dispatchEvent(new Event('focus')));

/** All that is said to whoever listens. */
export const said = () => screen.queryAllByRole('status').map(wordsOf).join(' ');
/** All that is complained of. */
export const complaints = () => screen.queryAllByRole('alert').map(wordsOf).join(' ');

type Setting = Parameters<typeof renderWidget>[1];

/** A widget for an account of a certain state. */
export function renderFor(account: AccountState, widget: ReactNode, setting: Setting = {}) {
  const { sandbox, ...rest } = setting;
  const view = renderWidget(widget, {
    ...rest,
    sandbox: { ...sandbox, accounts: [{ token: TOKEN, ...account }] },
  });
  const { now } = Date;
  let ahead = 0;

  /** Has a code sent by the form that is shown, and returns it. */
  async function sendCode(): Promise<string> {
    const before = view.sandbox.outbox().length;
    await waitFor(() => expect(send()).not.toHaveAttribute('aria-disabled'));
    await view.user.click(send());
    await waitFor(() => expect(view.sandbox.outbox()).toHaveLength(before + 1));
    await waitFor(() => expect(send()).not.toHaveAttribute('aria-busy'));
    return view.newestCode();
  }

  async function press(name: string | RegExp) {
    await view.user.click(await screen.findByRole('button', { name }));
  }

  async function fill(name: string, text: string) {
    await view.user.clear(field(name));
    await view.user.type(field(name), text);
  }

  /** Confirms the present contact, up to the second step of a change. */
  async function confirmOld({ oldCode, newField }: Contact): Promise<string> {
    await screen.findByRole('textbox', { name: oldCode });
    const code = await sendCode();
    await fill(oldCode, code);
    await press('Continue');
    await waitFor(() => expect(queryField(newField)).toBeVisible());
    return code;
  }

  return {
    ...view,
    sendCode,
    press,
    fill,
    confirmOld,
    /** Moves on the clocks of the server and of the page. */
    letTimePass(ms: number) {
      view.sandbox.advance(ms);
      ahead += ms;
      vi.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
    },
    profile: async () => (await view.client.getProfile()).data,
    /** What the server was asked to do, but for what it says to everyone and for reading. */
    deeds: () =>
      view
        .calls()
        .map(({ operation }) => operation)
        .filter((operation) => !operation?.startsWith('get')),
  };
}
