import { screen, waitFor } from '@testing-library/react';
import { expect, vi } from 'vitest';
import { BindPhone, type BindPhoneProps } from './BindPhone.tsx';
import { renderWidget } from './testing.tsx';

export const NUMBER = '13912345678';
export const SHOWN = '139 1234 5678';

export const phoneField = () => screen.getByRole('textbox', { name: 'Phone number' });
export const codeField = () => screen.getByRole('textbox', { name: 'Verification code' });
export const sendButton = () => screen.getByRole('button', { name: /^Send (code|again)$/ });
export const bindButton = () => screen.getByRole('button', { name: 'Bind phone' });
export const status = () => screen.getByRole('status');
/** What an element says, its no-break spaces as ordinary ones. */
export const wordsOf = ({ textContent }: Element) => textContent?.replace(/\s+/g, ' ') ?? '';
export const alertOf = () => screen.getByRole('alert');

export type Setting = Parameters<typeof renderWidget>[1];

/** The form, with a number typed into it. */
export async function withNumber(props: BindPhoneProps = {}, setting?: Setting, number = NUMBER) {
  const view = renderWidget(<BindPhone defaultCountry="CN" {...props} />, setting);
  await view.user.type(phoneField(), number);
  return { ...view, ...moving(view.sandbox) };
}

/** The form after a code was sent. */
export async function withCodeSent(props?: BindPhoneProps, setting?: Setting) {
  const view = await withNumber(props, setting);
  await view.user.click(sendButton());
  await waitFor(() => expect(status()).toHaveTextContent('Code sent'));
  return view;
}

/** Asks for another code, and waits until it is sent. */
export async function sendAgain({ user, sandbox }: ReturnType<typeof renderWidget>) {
  const before = sandbox.outbox().length;
  await waitFor(() => expect(sendButton()).not.toHaveAttribute('aria-disabled'));
  await user.click(sendButton());
  await waitFor(() => expect(sandbox.outbox()).toHaveLength(before + 1));
  await waitFor(() => expect(sendButton()).not.toHaveAttribute('aria-busy'));
}

/** A code that was not sent. */
export const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

function moving(sandbox: ReturnType<typeof renderWidget>['sandbox']) {
  const { now } = Date;
  let ahead = 0;
  return {
    /** Moves on the clocks of the server and of the page, as when a computer has slept. */
    letTimePass(ms: number) {
      sandbox.advance(ms);
      ahead += ms;
      vi.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
    },
  };
}
