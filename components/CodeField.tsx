import { type Control, useController } from 'react-hook-form';
import { useMessages } from '../src/account/AccountContext.ts';
import { bindFlowModule, warmUp } from '../src/account/bindFlowModule.ts';
import type { BindPhoneValues } from './BindPhoneForm.tsx';
import { Field } from './Field.tsx';

export interface CodeFieldProps {
  control: Control<BindPhoneValues>;
  onEdit: () => void;
}

/** One native field for the code: autofill, paste, undo and screen readers work as in any text field. */
export function CodeField({ control, onEdit }: CodeFieldProps) {
  const messages = useMessages();
  const { field, fieldState } = useController({ control, name: 'code' });
  return (
    <Field
      label={messages.verificationCode}
      hint={messages.codeHint}
      error={fieldState.error?.message}
    >
      {(controlProps) => (
        <input
          {...controlProps}
          ref={field.ref}
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
          onChange={(event) => {
            field.onChange(codeFromMessage(event.target.value));
            onEdit();
          }}
        />
      )}
    </Field>
  );
}

// A whole text message becomes its code; anything typed by hand stays as it is.
function codeFromMessage(text: string): string {
  return /\p{L}/u.test(text) ? (bindFlowModule.now()?.readCode(text).code ?? text) : text;
}
