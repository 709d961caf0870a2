import { useRef } from 'react';
import { type Control, useController } from 'react-hook-form';
import { useMessages } from '../src/account/AccountContext.ts';
import { bindFlowModule } from '../src/account/bindFlowModule.ts';
import type { CountryCode } from '../src/phone/callingCodes.ts';
import { phoneEngineModule } from '../src/phone/phoneEngine.ts';
import type { TypedPhone } from '../src/phone/typedPhone.ts';
import type { BindPhoneValues } from './BindPhoneForm.tsx';
import { CountryButton } from './CountryButton.tsx';
import { Field } from './Field.tsx';
import { PhoneInput } from './PhoneInput.tsx';

/** What happened in the field that an eye would see and an ear would miss. */
export type PhoneNote = 'countryFollowed' | 'digitsOnly';

/** Which countries there are, from the host. */
export interface CountryOptions {
  defaultCountry?: CountryCode | undefined;
  allowedCountries?: readonly CountryCode[] | undefined;
  preferredCountries?: readonly CountryCode[] | undefined;
}

export interface PhoneFieldProps {
  control: Control<BindPhoneValues>;
  countries: CountryOptions;
  onEdit: (note?: PhoneNote) => void;
  /** Enter in this field asks for a code: it does not submit a form that has none. */
  onEnter: () => void;
}

/** Country and number under one label. */
export function PhoneField({ control, countries, onEdit, onEnter }: PhoneFieldProps) {
  const messages = useMessages();
  const { field, fieldState } = useController({ control, name: 'phone' });
  const latest = useRef<TypedPhone>(field.value);
  latest.current = field.value;

  function change(next: TypedPhone) {
    const hasFollowed = next.country !== field.value.country;
    latest.current = next;
    field.onChange(next);
    onEdit(hasFollowed ? 'countryFollowed' : undefined);
  }

  function edit(next: TypedPhone) {
    const arrivedAtOnce = Math.abs(next.text.length - field.value.text.length) > 1;
    change(next);
    if (arrivedAtOnce) void settle(next);
  }

  /** Shows a number as it will be sent, unless it was edited while its numbering plan was on the way. */
  async function settle(typed: TypedPhone) {
    const [flow, engine] = await Promise.all([
      bindFlowModule.load(),
      phoneEngineModule.load(),
    ]).catch(() => []);
    const settled = flow?.settlePhone(typed, engine);
    if (settled && isSame(latest.current, typed) && !isSame(settled, typed)) change(settled);
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
            allowedCountries={countries.allowedCountries}
            preferredCountries={countries.preferredCountries}
            onChange={(country) => {
              const pick = bindFlowModule.now()?.pickCountry;
              field.onChange(pick?.(field.value, country) ?? { ...field.value, country });
              onEdit();
            }}
          />
          <PhoneInput
            controlProps={controlProps}
            value={field.value}
            onChange={edit}
            onBlur={() => {
              field.onBlur();
              void settle(field.value);
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
