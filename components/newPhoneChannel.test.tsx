import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { sendLog } from '../src/account/sendLog.ts';
import { ChangePhone } from './ChangePhone.tsx';
import { contacts, queryButton, renderFor, said } from './contacts.testing.tsx';
import { PhoneSettings } from './PhoneSettings.tsx';

const [phone] = contacts;

afterEach(() => {
  cleanup();
  sendLog.clear();
  localStorage.clear();
  sessionStorage.clear();
});

describe('the channel of the code to the new number', () => {
  it.each([
    ['the documented one', undefined, 'CHANNEL_BIND_PHONE'],
    ['the one that the host names', 'CHANNEL_UNBIND_PHONE', 'CHANNEL_UNBIND_PHONE'],
  ] as const)('is %s, in the form and in the card', async (_, newPhoneChannel, channel) => {
    const option = newPhoneChannel && { newPhoneChannel };
    for (const widget of [
      <ChangePhone key="form" defaultCountry="CN" {...option} />,
      <PhoneSettings key="card" defaultCountry="CN" {...option} />,
    ]) {
      const { confirmOld, fill, sendCode, press, sandbox } = renderFor(phone.bound, widget);
      await screen.findByRole('heading');
      await waitFor(() => expect(screen.queryAllByRole('button')).not.toHaveLength(0));
      if (queryButton('Change')) await press('Change');
      await confirmOld(phone);
      await fill(phone.newField, phone.fresh);
      await fill(phone.newCode, await sendCode());
      expect(sandbox.outbox().map((message) => message.channel)).toEqual([
        channel,
        'CHANNEL_UNBIND_PHONE',
      ]);
      await press(phone.change);
      await waitFor(() => expect(said()).toContain('Phone changed'));
      expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
      cleanup();
      sendLog.clear();
    }
  });
});
