import { useCallback, useSyncExternalStore } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type {
  ContactColumn,
  ContactKind,
  ContactReading,
  ContactRules,
  FormValues,
} from '../src/account/contact.ts';
import { useLazyModule } from '../src/account/useLazyModule.ts';
import { phoneEngineModule } from '../src/phone/phoneEngine.ts';
import { afterPaint } from './afterPaint.ts';

/** The contact in the field as it stands. Read once a digit is painted: nothing that shows it is in a hurry. */
export function useTypedContact(
  form: UseFormReturn<FormValues>,
  kind: ContactKind,
  contact: ContactColumn | undefined,
  rules: ContactRules,
): ContactReading | undefined {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const { ask, callOff } = afterPaint(onChange);
      const unsubscribe = form.subscribe({
        name: kind,
        formState: { values: true },
        callback: ask,
      });
      return () => {
        unsubscribe();
        callOff();
      };
    },
    [form, kind],
  );
  const read = () => form.getValues(kind);
  // None until the field is there, as after a change of the form.
  const value: FormValues[ContactKind] | undefined = useSyncExternalStore(subscribe, read, read);
  // What is read may change when the numbering plans arrive.
  useLazyModule(phoneEngineModule);
  return value === undefined ? undefined : contact?.read(form.getValues(), rules);
}
