import { useRef } from 'react';
import { useController } from 'react-hook-form';
import { useMessages } from '../src/account/AccountContext.ts';
import { phoneEngineModule } from '../src/phone/phoneEngine.ts';
import type { TypedPhone } from '../src/phone/typedPhone.ts';
import type { ContactFieldProps } from './CodeForm.tsx';
import { CountryButton } from './CountryButton.tsx';
import { Field } from './Field.tsx';
import { PhoneInput } from './PhoneInput.tsx';
import { phoneFlowModule } from './phoneFlowModule.ts';

/** Country and number under one label. */
export function PhoneField({ control, label, rules, onEdit, onEnter }: ContactFieldProps) {
  const messages = useMessages();
  const { field, fieldState } = useController({ control, name: 'phone' });
  // Until a country was chosen, or read from the number, the default may still change.
  const value: TypedPhone = { country: rules.defaultCountry, ...field.value };
  const latest = useRef(value);
  latest.current = value;

  function change(next: TypedPhone) {
    const hasFollowed = next.country !== value.country;
    latest.current = next;
    field.onChange(next);
    onEdit(hasFollowed ? 'countryFollowed' : undefined);
  }

  function edit(next: TypedPhone) {
    const arrivedAtOnce = Math.abs(next.text.length - value.text.length) > 1;
    change(next);
    if (arrivedAtOnce) void settle(next);
  }

  /** Shows a number as it will be sent, unless it was edited while its numbering plan was on the way. */
  async function settle(typed: TypedPhone) {
    const [flow, engine] = await Promise.all([
      phoneFlowModule.load(),
      phoneEngineModule.load(),
    ]).catch(() => []);
    const settled = flow?.settlePhone(typed, engine);
    if (settled && isSame(latest.current, typed) && !isSame(settled, typed)) change(settled);
  }

  return (
    <Field
      label={label ?? messages.phoneNumber}
      hint={messages.phoneNumberHint}
      error={fieldState.error?.message}
    >
      {(controlProps) => (
        <div className="genauth-control genauth-phone" dir="ltr">
          <CountryButton
            country={value.country}
            allowedCountries={rules.allowedCountries}
            preferredCountries={rules.preferredCountries}
            onChange={(country) => {
              const pick = phoneFlowModule.now()?.pickCountry;
              field.onChange(pick?.(value, country) ?? { ...value, country });
              onEdit();
            }}
          />
          <PhoneInput
            controlProps={controlProps}
            value={value}
            onChange={edit}
            onBlur={() => {
              field.onBlur();
              void settle(value);
            }}
            onEnter={onEnter}
            onLetter={() => onEdit('digitsOnly')}
            inputRef={field.ref}
          />
        </div>
      )}
    </Field>
  );
}

function isSame(a: TypedPhone, b: TypedPhone): boolean {
  return a.text === b.text && a.country === b.country;
}
