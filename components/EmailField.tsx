import { useContactMessages } from '../src/account/useContactMessages.ts';
import type { ContactFieldProps } from './CodeForm.tsx';
import { Field } from './Field.tsx';
import { useFlowModule } from './FlowContext.ts';
import { onEnter } from './onEnter.ts';
import { useFieldError } from './useFieldError.ts';

/** An e-mail address. Nothing is corrected while it is typed. */
export function EmailField({ form, label, onEdit, onEnter: onSubmit }: ContactFieldProps) {
  const messages = useContactMessages();
  const { warmUp } = useFlowModule();
  const error = useFieldError(form.control, 'email');
  return (
    <Field label={label ?? messages.emailAddress} hint={messages.emailAddressHint} error={error}>
      {(controlProps) => (
        <input
          {...controlProps}
          {...form.register('email', { onChange: () => onEdit() })}
          className="genauth-control genauth-input"
          // A browser takes the spaces and the name out of an address that is typed as `email`, and the caret with them.
          type="text"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="off"
          spellCheck={false}
          translate="no"
          dir="ltr"
          onFocus={warmUp}
          onKeyDown={onEnter(onSubmit)}
        />
      )}
    </Field>
  );
}
