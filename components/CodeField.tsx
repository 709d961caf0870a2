import type { UseFormReturn } from 'react-hook-form';
import { useMessages } from '../src/account/AccountContext.ts';
import type { FormValues } from '../src/account/contact.ts';
import type { readCode } from '../src/account/readCode.ts';
import { Field } from './Field.tsx';
import { useFlowModule } from './FlowContext.ts';
import { useFieldError } from './useFieldError.ts';

export interface CodeFieldProps {
  form: UseFormReturn<FormValues>;
  label: string | undefined;
  hint: string;
  codeLength: number | undefined;
  isAutoSubmitted: boolean | undefined;
  /** Missing until its code has arrived. */
  read: typeof readCode | undefined;
  onCode: (text: string) => void;
}

/** One native field for the code: autofill, paste, undo and screen readers work as in any text field. */
export function CodeField({
  form,
  label,
  hint,
  codeLength,
  isAutoSubmitted,
  read,
  onCode,
}: CodeFieldProps) {
  const messages = useMessages();
  const { warmUp } = useFlowModule();
  const error = useFieldError(form.control, 'code');
  const { onChange, ...field } = form.register('code');
  return (
    <Field
      label={label ?? messages.verificationCode}
      hint={isAutoSubmitted ? messages.codeHintAuto : hint}
      error={error}
    >
      {(controlProps) => (
        <input
          {...controlProps}
          {...field}
          className="genauth-control genauth-input genauth-code"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          dir="ltr"
          translate="no"
          spellCheck={false}
          autoCapitalize="off"
          onFocus={warmUp}
          onChange={(event) => {
            const { target } = event;
            // A whole text message becomes its code; anything typed by hand stays as it is.
            const isMessage = /\p{L}/u.test(target.value);
            const text = (isMessage && read?.(target.value, codeLength).code) || target.value;
            if (text !== target.value) target.value = text;
            void onChange(event);
            onCode(text);
          }}
        />
      )}
    </Field>
  );
}
