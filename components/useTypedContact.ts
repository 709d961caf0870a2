import { useDeferredValue } from 'react';
import { type Control, useWatch } from 'react-hook-form';
import type {
  ContactColumn,
  ContactReading,
  ContactRules,
  FormValues,
} from '../src/account/contact.ts';
import { useLazyModule } from '../src/account/useLazyModule.ts';
import { phoneEngineModule } from '../src/phone/phoneEngine.ts';

/** The contact in the field as it stands. Read after the digit is painted: nothing that shows it is in a hurry. */
export function useTypedContact(
  control: Control<FormValues>,
  contact: ContactColumn | undefined,
  rules: ContactRules,
): ContactReading | undefined {
  const [phone, email] = useDeferredValue(useWatch({ control, name: ['phone', 'email'] }));
  // What is read may change when the numbering plans arrive.
  useLazyModule(phoneEngineModule);
  return contact?.read({ phone, email, code: '' }, rules);
}
