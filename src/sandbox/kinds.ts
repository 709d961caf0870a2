import { type Contact, type ContactKind, readEmail, readPhone } from './contacts.ts';
import { type Fields, isText, readFields, readText } from './fields.ts';
import type { Channel } from './passcodes.ts';
import { badRequest, type Refusal, refusals } from './refusals.ts';

type Prefix = '' | 'new' | 'old';

/** All that differs between a phone and an e-mail in the operations on them. */
export interface Kind {
  kind: ContactKind;
  medium: 'sms' | 'email';
  channels: Record<'bind' | 'unbind' | 'updateOld' | 'updateNew' | 'reset' | 'delete', Channel[]>;
  verifyMethod: string;
  payload: string;
  updateToken: string;
  verifyOld: 'verifyOldPhone' | 'verifyOldEmail';
  addressField: string;
  passCodeField: (prefix: Prefix) => string;
  read: (fields: Fields, prefix: Prefix) => Contact | Refusal;
  refusals: Record<'present' | 'absent' | 'last' | 'unchanged' | 'unverified' | 'foreign', Refusal>;
}

/** `newPhoneNumber` from `new` and `phoneNumber`. */
const named = (prefix: Prefix, name: string) =>
  prefix ? prefix + name.charAt(0).toUpperCase() + name.slice(1) : name;

const phone: Kind = {
  kind: 'phone',
  medium: 'sms',
  channels: {
    bind: ['CHANNEL_BIND_PHONE'],
    unbind: ['CHANNEL_UNBIND_PHONE'],
    updateOld: ['CHANNEL_UNBIND_PHONE'],
    // Sources disagree about the new number's channel, so both are good (contract, section 5.5).
    updateNew: ['CHANNEL_BIND_PHONE', 'CHANNEL_UNBIND_PHONE'],
    reset: ['CHANNEL_RESET_PASSWORD'],
    delete: ['CHANNEL_DELETE_ACCOUNT'],
  },
  verifyMethod: 'PHONE_PASSCODE',
  payload: 'phonePassCodePayload',
  updateToken: 'updatePhoneToken',
  verifyOld: 'verifyOldPhone',
  addressField: 'phoneNumber',
  passCodeField: (prefix) => (prefix ? named(prefix, 'phonePassCode') : 'passCode'),
  read: (fields, prefix) => {
    const name = named(prefix, 'phoneNumber');
    return readPhone(fields[name], fields[named(prefix, 'phoneCountryCode')], name);
  },
  refusals: {
    present: refusals.phonePresent,
    absent: refusals.phoneAbsent,
    last: refusals.phoneLast,
    unchanged: refusals.phoneUnchanged,
    unverified: refusals.phoneUnverified,
    foreign: refusals.phoneForeign,
  },
};

const email: Kind = {
  kind: 'email',
  medium: 'email',
  channels: {
    bind: ['CHANNEL_BIND_EMAIL'],
    unbind: ['CHANNEL_UNBIND_EMAIL'],
    updateOld: ['CHANNEL_UPDATE_EMAIL', 'CHANNEL_UNBIND_EMAIL'],
    updateNew: ['CHANNEL_UPDATE_EMAIL', 'CHANNEL_BIND_EMAIL'],
    reset: ['CHANNEL_RESET_PASSWORD'],
    delete: ['CHANNEL_DELETE_ACCOUNT'],
  },
  verifyMethod: 'EMAIL_PASSCODE',
  payload: 'emailPassCodePayload',
  updateToken: 'updateEmailToken',
  verifyOld: 'verifyOldEmail',
  addressField: 'email',
  passCodeField: (prefix) => (prefix ? named(prefix, 'emailPassCode') : 'passCode'),
  read: (fields, prefix) => {
    const name = named(prefix, 'email');
    return readEmail(fields[name], name);
  },
  refusals: {
    present: refusals.emailPresent,
    absent: refusals.emailAbsent,
    last: refusals.emailLast,
    unchanged: refusals.emailUnchanged,
    unverified: refusals.emailUnverified,
    foreign: refusals.emailForeign,
  },
};

export const kinds: Record<ContactKind, Kind> = { phone, email };

/** A contact and the code it received. */
export interface Proof {
  contact: Contact;
  code: string;
}

export function readProof(kind: Kind, fields: Fields, prefix: Prefix = ''): Proof | Refusal {
  const contact = kind.read(fields, prefix);
  if (!('address' in contact)) return contact;
  const code = readText(fields, kind.passCodeField(prefix));
  return isText(code) ? { contact, code } : code;
}

/** The kind that `verifyMethod` names, with its payload. */
export function readMethod(
  body: Fields,
  allowed: Kind[],
): { kind: Kind; fields: Fields } | Refusal {
  const kind = allowed.find(({ verifyMethod }) => verifyMethod === body.verifyMethod);
  if (!kind) {
    const methods = allowed.map(({ verifyMethod }) => verifyMethod).join(', ');
    return badRequest(`verifyMethod must be one of: ${methods}`);
  }
  const payload = readFields(body, kind.payload);
  return 'value' in payload ? { kind, fields: payload.value } : payload;
}
