import { useRef } from 'react';
import { callHost } from '../src/account/callHost.ts';
import type { CountryCode } from '../src/phone/callingCodes.ts';
import { maskPhone } from '../src/phone/formatPhone.ts';
import type { Phone } from '../src/phone/readPhone.ts';
import type { GenAuthError } from '../src/sdk/failure.ts';
import { BindPhoneForm } from './BindPhoneForm.tsx';
import { Widget, type WidgetProps } from './Widget.tsx';

export interface BindPhoneProps {
  /** Country for numbers without a calling code, ISO 3166-1 alpha-2. Default `CN`, as on the server. */
  defaultCountry?: CountryCode;
  /** Countries whose numbers may be bound; the others stay in the list, and say so. Default: all. */
  allowedCountries?: readonly CountryCode[];
  /** Countries at the top of the list. */
  preferredCountries?: readonly CountryCode[];
  /** Level of the heading in your page. Default 2. */
  headingLevel?: WidgetProps['headingLevel'];
  className?: string;
  /** Called once, after the phone is bound and shown as such. Only the last digits are told. */
  onSuccess?: (result: { masked: string }) => void;
  /** Called after a failed call is shown, and with any other error after the fallback is shown. */
  onError?: (error: GenAuthError | Error) => void;
}

/** Binds a first phone number to the signed-in account (contract, section 9.5). */
export function BindPhone({
  defaultCountry,
  allowedCountries,
  preferredCountries,
  headingLevel = 2,
  className,
  onSuccess,
  onError,
}: BindPhoneProps) {
  const root = useRef<HTMLElement>(null);

  function finish(phone: Phone) {
    // The button that had the focus goes away with the fields.
    root.current?.focus();
    callHost(onSuccess, { masked: maskPhone(phone) });
  }

  return (
    <Widget
      title={(messages) => messages.bindPhone}
      headingLevel={headingLevel}
      className={className}
      onError={onError}
      rootRef={root}
    >
      <BindPhoneForm
        countries={{ defaultCountry, allowedCountries, preferredCountries }}
        onBound={finish}
        onError={onError}
      />
    </Widget>
  );
}
