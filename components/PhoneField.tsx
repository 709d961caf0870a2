import { useCallback, useSyncExternalStore } from 'react';
import { useMessages } from '../src/account/AccountContext.ts';
import { phoneEngineModule } from '../src/phone/phoneEngine.ts';
import type { TypedPhone } from '../src/phone/typedPhone.ts';
import type { ContactFieldProps } from './CodeForm.tsx';
import { CountryButton } from './CountryButton.tsx';
import { Field } from './Field.tsx';
import { PhoneInput } from './PhoneInput.tsx';
import { phoneFlowModule } from './phoneFlowModule.ts';
import { useFieldError } from './useFieldError.ts';

/** Country and number under one label. */
export function PhoneField({ form, label, rules, onEdit, onEnter }: ContactFieldProps) {
  const messages = useMessages();
  const error = useFieldError(form.control, 'phone');
  // Until a country was chosen, or read from the number, the default may still change.
  const latest = (): TypedPhone => ({ country: rules.defaultCountry, ...form.getValues('phone') });
  const subscribe = useCallback(
    (onChange: () => void) =>
      form.subscribe({ name: 'phone', formState: { values: true }, callback: onChange }),
    [form],
  );
  // Renders for another country alone: the first digit, which makes the default the choice, changes nothing here.
  const read = () => latest().country;
  const country = useSyncExternalStore(subscribe, read, read);

  function change(next: TypedPhone) {
    const hasFollowed = next.country !== latest().country;
    form.setValue('phone', next);
    onEdit(hasFollowed ? 'countryFollowed' : undefined);
  }

  function edit(next: TypedPhone, arrivedAtOnce: boolean) {
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
    if (settled && isSame(latest(), typed) && !isSame(settled, typed)) change(settled);
  }

  return (
    <Field label={label ?? messages.phoneNumber} hint={messages.phoneNumberHint} error={error}>
      {(controlProps) => (
        <div className="genauth-control genauth-phone" dir="ltr">
          <CountryButton
            country={country}
            allowedCountries={rules.allowedCountries}
            preferredCountries={rules.preferredCountries}
            onChange={(picked) => {
              const pick = phoneFlowModule.now()?.pickCountry;
              const value = latest();
              form.setValue('phone', pick?.(value, picked) ?? { ...value, country: picked });
              onEdit();
            }}
          />
          <PhoneInput
            controlProps={controlProps}
            form={form}
            latest={latest}
            onChange={edit}
            onBlur={() => void settle(latest())}
            onSubmit={onEnter}
            onLetter={() => onEdit('digitsOnly')}
          />
        </div>
      )}
    </Field>
  );
}

function isSame(a: TypedPhone, b: TypedPhone): boolean {
  return a.text === b.text && a.country === b.country;
}
