import type { Control } from 'react-hook-form';
import type { FormValues } from '../src/account/contact.ts';
import { fromFormMessage } from '../src/account/problem.ts';
import { useFieldError } from './useFieldError.ts';
import { useProblemText } from './useProblemText.ts';

/**
 * The error of a field that had the focus already, as after Enter in it: no screen reader reads a field anew that it is
 * in. Whoever comes into the field hears its error there, and not here (WCAG 2.2, 4.1.3).
 */
export function SpokenError({
  control,
  name,
}: {
  control: Control<FormValues>;
  name: keyof FormValues;
}) {
  const error = useFieldError(control, name);
  const problemText = useProblemText();
  if (error === undefined) return null;
  return (
    <p className="genauth-visually-hidden" role="alert">
      {problemText(fromFormMessage(error))}
    </p>
  );
}
