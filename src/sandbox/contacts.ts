import type { User } from '../sdk/wire.ts';
import type { Fields } from './fields.ts';
import { badRequest, type Refusal, refusals } from './refusals.ts';

export type ContactKind = 'phone' | 'email';

/** A phone or an e-mail, normalised: equal addresses are the same contact. */
export interface Contact {
  kind: ContactKind;
  /** E.164, or the e-mail in lower case. */
  address: string;
  /** How a user record says it. */
  fields: Pick<User, 'phone' | 'phoneCountryCode' | 'email'>;
}

/** Reads a phone number; an omitted country code means mainland China (contract, section 6). */
export function readPhone(number: unknown, countryCode: unknown, name: string): Contact | Refusal {
  if (typeof number !== 'string' || number === '') {
    return badRequest(`${name} must be a non-empty string`);
  }
  const dialCode = countryCode === undefined || countryCode === null ? '+86' : countryCode;
  if (typeof dialCode !== 'string' || !/^\+[1-9]\d{0,3}$/.test(dialCode)) {
    return refusals.phoneMalformed;
  }
  if (!/^\d{4,15}$/.test(number)) return refusals.phoneMalformed;
  return {
    kind: 'phone',
    address: dialCode + number,
    fields: { phone: number, phoneCountryCode: dialCode },
  };
}

/** Reads an e-mail address; case does not matter (contract, section 5.3). */
export function readEmail(email: unknown, name: string): Contact | Refusal {
  if (typeof email !== 'string' || email === '') {
    return badRequest(`${name} must be a non-empty string`);
  }
  const address = email.toLowerCase();
  if (address.length > 254 || !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(address)) {
    return refusals.emailMalformed;
  }
  return { kind: 'email', address, fields: { email: address } };
}

/** The contact that a user has bound. */
export function contactOf(user: User, kind: ContactKind): Contact | undefined {
  const contact =
    kind === 'phone'
      ? readPhone(user.phone, user.phoneCountryCode, 'phone')
      : readEmail(user.email, 'email');
  return 'address' in contact ? contact : undefined;
}

export function bindContact(user: User, contact: Contact): void {
  Object.assign(user, contact.fields, { [`${contact.kind}Verified`]: true });
}

export function unbindContact(user: User, kind: ContactKind): void {
  const cleared: Fields =
    kind === 'phone' ? { phone: null, phoneCountryCode: null } : { email: null };
  Object.assign(user, cleared, { [`${kind}Verified`]: false });
}
