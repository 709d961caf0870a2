import { useController } from 'react-hook-form';
import { useContactMessages } from '../src/account/useContactMessages.ts';
import type { ContactFieldProps } from './CodeForm.tsx';
import { Field } from './Field.tsx';
import { useFlowModule } from './FlowContext.ts';
import { withoutMirror } from './withoutMirror.ts';

/** An e-mail address. Nothing is corrected while it is typed. */
export function EmailField({ control, label, onEdit, onEnter }: ContactFieldProps) {
  const messages = useContactMessages();
  const { warmUp } = useFlowModule();
  const { field, fieldState } = useController({ control, name: 'email' });
  return (
    <Field
      label={label ?? messages.emailAddress}
      hint={messages.emailAddressHint}
      error={fieldState.error?.message}
    >
      {(controlProps) => (
        <input
          {...controlProps}
          ref={withoutMirror(field.ref)}
          name={field.name}
          className="genauth-control genauth-input"
          // A browser takes the spaces and the name out of an address that is typed as `email`, and the caret with them.
          type="text"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="off"
          spellCheck={false}
          translate="no"
          dir="ltr"
          value={field.value}
          onFocus={warmUp}
          onBlur={field.onBlur}
          onChange={({ target }) => {
            field.onChange(target.value);
            onEdit();
          }}
          onKeyDown={(event) => {
            // 229: Safari reports the Enter that ends a composition after it has ended.
            const { key, keyCode, nativeEvent, repeat } = event;
            if (key !== 'Enter' || nativeEvent.isComposing || keyCode === 229) return;
            event.preventDefault();
            if (!repeat) onEnter();
          }}
        />
      )}
    </Field>
  );
}
