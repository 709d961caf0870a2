import 'react-international-phone/style.css';
import { useState } from 'react';
import { PhoneInput } from 'react-international-phone';
import type { InputProps } from '../inputProps.ts';

export default function ReactInternationalPhonePage({ country, report }: InputProps) {
  const [value, setValue] = useState('');
  return (
    <PhoneInput
      defaultCountry={country === 'CN' ? 'cn' : 'ae'}
      value={value}
      onChange={(next) => {
        setValue(next);
        report({ value: next });
      }}
    />
  );
}
