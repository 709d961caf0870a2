import type { EmailChannel } from '../sdk/wire.ts';
import type { ContactColumn } from './contact.ts';
import { maskEmail } from './contactsOfUser.ts';
import { readEmail } from './readEmail.ts';
import type { Purpose } from './sendLog.ts';

/** Contract, section 5.4. */
export const EMAIL_CHANNELS: Record<Purpose, EmailChannel> = {
  bind: 'CHANNEL_BIND_EMAIL',
  changeOld: 'CHANNEL_UPDATE_EMAIL',
  changeNew: 'CHANNEL_UPDATE_EMAIL',
  unbind: 'CHANNEL_UNBIND_EMAIL',
  deleteAccount: 'CHANNEL_DELETE_ACCOUNT',
};

/** An e-mail; a contact is its address. */
export const emailContact: ContactColumn = {
  kind: 'email',
  prepare: () => Promise.resolve(),

  read({ email }, { current }) {
    const reading = readEmail(email);
    const isSame = reading.to !== undefined && reading.to.toLowerCase() === current?.toLowerCase();
    return isSame ? { problem: { kind: 'sameEmail' } } : reading;
  },
  settle: (values) => ({ ...values, email: readEmail(values.email).to ?? values.email }),
  write: (values, to) => ({ ...values, email: to }),

  shown: (to) => to,
  masked: maskEmail,

  // Whether the server keeps capitals is not documented; nobody has two addresses that differ in them.
  isOf: ({ email }, to) => email?.toLowerCase() === to.toLowerCase(),

  words: { change: 'changeAddress', sentTo: 'mailedToThis' },
  reasons: () => ['helpJunk', 'helpMailSlow'],

  sendCode: (client, purpose, to, extra, options) =>
    client.sendEmail({ ...extra, channel: EMAIL_CHANNELS[purpose], email: to }, options),

  bind: (client, { to, code }, options) => client.bindEmail({ email: to, passCode: code }, options),
};
