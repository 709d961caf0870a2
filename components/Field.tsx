import { type ReactNode, useId } from 'react';
import { fromFormMessage } from '../src/account/problem.ts';
import { useProblemText } from './useProblemText.ts';

/** What a control needs to belong to its label, hint and error. */
export interface ControlProps {
  id: string;
  'aria-describedby': string;
  'aria-invalid': true | undefined;
}

export interface FieldProps {
  label: string;
  hint: ReactNode;
  /** A problem as react-hook-form keeps it. */
  error: string | undefined;
  children: (control: ControlProps) => ReactNode;
}

/** Label, control, hint and error; the only place that ties their ids together. */
export function Field({ label, hint, error, children }: FieldProps) {
  const problemText = useProblemText();
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  return (
    <div className="genauth-field" data-invalid={error !== undefined || undefined}>
      <label className="genauth-label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': error === undefined ? hintId : `${errorId} ${hintId}`,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {error !== undefined && (
        <p className="genauth-error" id={errorId}>
          {problemText(fromFormMessage(error))}
        </p>
      )}
      <p className="genauth-hint" id={hintId}>
        {hint}
      </p>
    </div>
  );
}
