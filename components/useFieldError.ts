import { type Control, useFormState } from 'react-hook-form';
import type { FormValues } from '../src/account/contact.ts';

/** The problem of a field, as react-hook-form keeps it. Renders for nothing else, least of all for a key. */
export function useFieldError(
  control: Control<FormValues>,
  name: keyof FormValues,
): string | undefined {
  const { errors } = useFormState({ control, name, exact: true });
  return errors[name]?.message;
}
