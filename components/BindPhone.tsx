import { useRef } from 'react';
import { BindContactForm } from './BindContactForm.tsx';
import type { ContactWidgetProps } from './ContactWidgetProps.ts';
import { phoneUi } from './phoneUi.ts';
import type { CountryOptions } from './useRules.ts';
import { Widget } from './Widget.tsx';

export interface BindPhoneProps extends ContactWidgetProps, CountryOptions {
  /** Called once, after the phone is bound and shown as such. Only the last digits are told. */
  onBound?: (result: { masked: string }) => void;
}

/** Binds a first phone number to the signed-in account (contract, section 9.5). */
export function BindPhone({ headingLevel, className, onBound, ...options }: BindPhoneProps) {
  const root = useRef<HTMLElement>(null);
  return (
    <Widget
      title={({ bindPhone }) => bindPhone}
      headingLevel={headingLevel}
      className={className}
      onError={options.onError}
      rootRef={root}
    >
      {({ bindPhone, codeHint }) => (
        <BindContactForm
          ui={phoneUi}
          submitLabel={bindPhone}
          codeHint={codeHint}
          options={options}
          onDone={(result) => {
            // The button that had the focus goes away with the fields.
            root.current?.focus();
            onBound?.(result);
          }}
        />
      )}
    </Widget>
  );
}
