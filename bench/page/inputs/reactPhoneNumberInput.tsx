import 'react-phone-number-input/style.css';
import { useState } from 'react';
import PhoneInput, { isValidPhoneNumber } from 'react-phone-number-input';
import type { InputProps } from '../inputProps.ts';

export default function ReactPhoneNumberInputPage({ country, report }: InputProps) {
  const [value, setValue] = useState<string>();
  return (
    <PhoneInput
      defaultCountry={country}
      value={value}
      onChange={(next) => {
        setValue(next);
        report({ value: next ?? '', isValid: isValidPhoneNumber(next ?? '') });
      }}
    />
  );
}
