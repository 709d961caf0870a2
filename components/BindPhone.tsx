import { useRef } from 'react';
import { useMessages } from '../src/account/AccountContext.ts';
import type { HostHooks } from '../src/account/hostHooks.ts';
import { CodeForm, type CodeOptions } from './CodeForm.tsx';
import { PhoneField } from './PhoneField.tsx';
import { phoneFlowModule } from './phoneFlowModule.ts';
import { type CountryOptions, useRules } from './useRules.ts';
import { Widget, type WidgetProps } from './Widget.tsx';

export interface BindPhoneProps extends CountryOptions, CodeOptions, HostHooks {
  /** Level of the heading in your page. Default 2. */
  headingLevel?: WidgetProps['headingLevel'];
  className?: string;
  /** Called once, after the phone is bound and shown as such. Only the last digits are told. */
  onBound?: (result: { masked: string }) => void;
}

/** Binds a first phone number to the signed-in account (contract, section 9.5). */
export function BindPhone({ headingLevel = 2, className, onBound, ...options }: BindPhoneProps) {
  const root = useRef<HTMLElement>(null);
  return (
    <Widget
      title={(messages) => messages.bindPhone}
      headingLevel={headingLevel}
      className={className}
      onError={options.onError}
      rootRef={root}
    >
      <BindPhoneForm
        options={options}
        onDone={(result) => {
          // The button that had the focus goes away with the fields.
          root.current?.focus();
          onBound?.(result);
        }}
      />
    </Widget>
  );
}

interface BindPhoneFormProps {
  options: CountryOptions & CodeOptions & HostHooks;
  onDone: (result: { masked: string }) => void;
}

function BindPhoneForm({ options, onDone }: BindPhoneFormProps) {
  const { bindPhone } = useMessages();
  return (
    <CodeForm
      kind="phone"
      purpose="bind"
      flowModule={phoneFlowModule}
      rules={useRules(options)}
      hooks={options}
      options={options}
      field={(props) => <PhoneField {...props} preferredCountries={options.preferredCountries} />}
      submitLabel={bindPhone}
      doneText="phoneBound"
      act={({ bindContact, contact }, ...rest) => bindContact(contact, ...rest)}
      onDone={onDone}
    />
  );
}
