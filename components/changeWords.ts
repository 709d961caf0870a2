import type { ContactKind } from '../src/account/contact.ts';
import type { Label } from './contactUi.ts';

type ChangeWords = Record<
  'newContact' | 'confirmOld' | 'confirmNew' | 'oldCode' | 'newCode',
  Label
>;

/** Which messages speak of the old and the new contact of a change; apart, because a first binding has neither. */
export const changeWords: Record<ContactKind, ChangeWords> = {
  phone: {
    newContact: 'newPhoneNumber',
    confirmOld: 'confirmOldPhone',
    confirmNew: 'confirmNewPhone',
    oldCode: 'oldPhoneCode',
    newCode: 'newPhoneCode',
  },
  email: {
    newContact: 'newEmailAddress',
    confirmOld: 'confirmOldEmail',
    confirmNew: 'confirmNewEmail',
    oldCode: 'oldEmailCode',
    newCode: 'newEmailCode',
  },
};
