import { memo } from 'react';
import { type Control, useController } from 'react-hook-form';
import { useMessages } from '../src/account/AccountContext.ts';
import type { FormValues } from '../src/account/contact.ts';
import type { readCode } from '../src/account/readCode.ts';
import { Field } from './Field.tsx';
import { useFlowModule } from './FlowContext.ts';
import { withoutMirror } from './withoutMirror.ts';

export interface CodeFieldProps {
  control: Control<FormValues>;
  label: string | undefined;
  hint: string;
  codeLength: number | undefined;
  isAutoSubmitted: boolean | undefined;
  /** Missing until its code has arrived. */
  read: typeof readCode | undefined;
  onCode: (text: string) => void;
}

/**
 * One native field for the code: autofill, paste, undo and screen readers work as in any text field.
 * Rendered only for changes of its own: React would undo, each second of the wait, what was filled in without an event.
 */
export const CodeField = memo(function CodeField({
  control,
  label,
  hint,
  codeLength,
  isAutoSubmitted,
  read,
  onCode,
}: CodeFieldProps) {
  const messages = useMessages();
  const { warmUp } = useFlowModule();
  const { field, fieldState } = useController({ control, name: 'code' });
  return (
    <Field
      label={label ?? messages.verificationCode}
      hint={isAutoSubmitted ? messages.codeHintAuto : hint}
      error={fieldState.error?.message}
    >
      {(controlProps) => (
        <input
          {...controlProps}
          ref={withoutMirror(field.ref)}
          name={field.name}
          className="genauth-control genauth-input genauth-code"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          dir="ltr"
          translate="no"
          spellCheck={false}
          autoCapitalize="off"
          value={field.value}
          onFocus={warmUp}
          onBlur={field.onBlur}
          onChange={({ target }) => {
            // A whole text message becomes its code; anything typed by hand stays as it is.
            const isMessage = /\p{L}/u.test(target.value);
            const text = (isMessage && read?.(target.value, codeLength).code) || target.value;
            field.onChange(text);
            onCode(text);
          }}
        />
      )}
    </Field>
  );
});
