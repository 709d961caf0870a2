import { BindContact } from './BindContact.tsx';
import type { ContactWidgetProps } from './ContactWidgetProps.ts';
import { phoneUi } from './phoneUi.ts';
import type { CountryOptions } from './useRules.ts';

export interface BindPhoneProps extends ContactWidgetProps, CountryOptions {
  /** Called once, after the phone is bound and shown as such. Only the last digits are told. */
  onBound?: (result: { masked: string }) => void;
}

/** Binds a first phone number to the signed-in account (contract, section 9.5). */
export function BindPhone({ onBound, ...props }: BindPhoneProps) {
  return (
    <BindContact
      ui={phoneUi}
      words={({ bindPhone, codeHint }) => ({ bind: bindPhone, codeHint })}
      props={props}
      onBound={onBound}
    />
  );
}
