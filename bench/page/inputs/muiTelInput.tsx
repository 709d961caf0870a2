import { MuiTelInput, matchIsValidTel } from 'mui-tel-input';
import { useState } from 'react';
import type { InputProps } from '../inputProps.ts';

export default function MuiTelInputPage({ country, report }: InputProps) {
  const [value, setValue] = useState('');
  return (
    <MuiTelInput
      defaultCountry={country}
      value={value}
      onChange={(next, { numberValue }) => {
        setValue(next);
        report({ value: numberValue ?? '', isValid: matchIsValidTel(next) });
      }}
    />
  );
}
