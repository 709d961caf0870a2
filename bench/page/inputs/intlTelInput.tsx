import 'intl-tel-input/styles';
import IntlTelInput from '@intl-tel-input/react';
import { useRef } from 'react';
import type { InputProps } from '../inputProps.ts';

export default function IntlTelInputPage({ country, report }: InputProps) {
  const reported = useRef({ value: '', isValid: false });
  function update(news: { value?: string; isValid?: boolean }) {
    reported.current = { ...reported.current, ...news };
    report(reported.current);
  }
  return (
    <IntlTelInput
      initialCountry={country === 'CN' ? 'cn' : 'ae'}
      loadUtils={() => import('intl-tel-input/utils')}
      onChangeNumber={(value) => update({ value })}
      onChangeValidity={(isValid) => update({ isValid })}
    />
  );
}
