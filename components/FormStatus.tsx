import { type Control, useWatch } from 'react-hook-form';
import { useAccount, useMessages } from '../src/account/AccountContext.ts';
import { useSend } from '../src/account/useSend.ts';
import { callingCodeOf } from '../src/phone/callingCodes.ts';
import { countryName } from '../src/phone/countryName.ts';
import { formatPhone, maskPhone } from '../src/phone/formatPhone.ts';
import type { Phone } from '../src/phone/readPhone.ts';
import type { BindPhoneValues } from './BindPhoneForm.tsx';
import type { PhoneNote } from './PhoneField.tsx';
import { useTypedPhone } from './useTypedPhone.ts';

export interface FormStatusProps {
  control: Control<BindPhoneValues>;
  bound: Phone | undefined;
  note: PhoneNote | undefined;
}

/** How far the form has come. There from the start: a live region has to be in the page before its text. */
export function FormStatus({ control, bound, note }: FormStatusProps) {
  const { locale } = useAccount();
  const messages = useMessages();
  const { country } = useWatch({ control, name: 'phone' });
  const phone = useTypedPhone(control);
  const { state, secondsLeft } = useSend('bind', phone?.e164);

  function text(): string {
    if (bound) return messages.phoneBound(maskPhone(bound));
    if (note === 'digitsOnly') return messages.digitsOnly;
    if (note === 'countryFollowed') {
      return messages.countryFollowed(`${countryName(country, locale)} +${callingCodeOf(country)}`);
    }
    if (!phone || !state) return '';
    if (secondsLeft === 0) return messages.sendAgainNow;
    const to = formatPhone(phone);
    return state === 'sent' ? messages.codeSentTo(to) : messages.codeMaybeSentTo(to);
  }

  return (
    <p
      className="genauth-status"
      role="status"
      data-bound={bound ? true : undefined}
      translate="no"
    >
      {text()}
    </p>
  );
}
