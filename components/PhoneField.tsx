import { type Control, useController } from 'react-hook-form';
import { useMessages } from '../src/account/AccountContext.ts';
import { warmUp } from '../src/account/bindFlowModule.ts';
import { editText, pickCountry, type TypedPhone } from '../src/phone/typedPhone.ts';
import type { BindPhoneValues } from './BindPhoneForm.tsx';
import { CountryButton } from './CountryButton.tsx';
import { Field } from './Field.tsx';

export interface PhoneFieldProps {
  control: Control<BindPhoneValues>;
  onEdit: () => void;
  /** Enter in this field asks for a code: it does not submit a form that has none. */
  onEnter: () => void;
}

/** Country and number under one label. */
export function PhoneField({ control, onEdit, onEnter }: PhoneFieldProps) {
  const messages = useMessages();
  const { field, fieldState } = useController({ control, name: 'phone' });

  function change(next: TypedPhone) {
    field.onChange(next);
    onEdit();
  }

  return (
    <Field
      label={messages.phoneNumber}
      hint={messages.phoneNumberHint}
      error={fieldState.error?.message}
    >
      {(controlProps) => (
        <div className="genauth-control genauth-phone" dir="ltr">
          <CountryButton
            country={field.value.country}
            onChange={(country) => change(pickCountry(field.value, country))}
          />
          <input
            {...controlProps}
            ref={field.ref}
            className="genauth-input"
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            value={field.value.text}
            onFocus={warmUp}
            onBlur={field.onBlur}
            onChange={(event) => change(editText(field.value, event.target.value))}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              if (!event.repeat) onEnter();
            }}
          />
        </div>
      )}
    </Field>
  );
}
