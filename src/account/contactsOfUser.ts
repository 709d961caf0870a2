import { digitsOf } from '../phone/digits.ts';
import { maskPhone } from '../phone/showPhone.ts';
import type { User } from '../sdk/wire.ts';
import type { ContactKind } from './contact.ts';

export interface ContactOfUser {
  /** The contact that an account has. */
  of: (user: User) => string | undefined;
  isVerified: (user: User) => boolean;
  /** Only so much of a contact that its owner knows it. */
  masked: (to: string) => string;
}

/** Contacts as a profile has them: what a card needs before anyone wants to change one. */
export const contactsOfUser: Record<ContactKind, ContactOfUser> = {
  phone: { of: phoneOf, isVerified: ({ phoneVerified }) => phoneVerified, masked: maskPhone },
  email: {
    of: ({ email }) => email || undefined,
    isVerified: ({ emailVerified }) => emailVerified,
    masked: maskEmail,
  },
};

/** The number of an account in E.164. */
export function phoneOf({ phone, phoneCountryCode }: User): string | undefined {
  // A phone without a code of its country is Chinese (contract, section 6).
  return phone ? `+${digitsOf(String(phoneCountryCode ?? '86'))}${phone}` : undefined;
}

/** An address of which only the beginning and the domain are told: `ad•••@example.com`. */
export function maskEmail(to: string): string {
  const at = to.lastIndexOf('@');
  const shown = Math.min(2, Math.floor(at / 2));
  return `${to.slice(0, shown)}•••${to.slice(at)}`;
}
