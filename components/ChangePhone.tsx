import { ChangeContactForm } from './ChangeContactForm.tsx';
import { ContactWidget } from './ContactWidget.tsx';
import type { ContactWidgetProps, Done } from './ContactWidgetProps.ts';
import { type NewPhoneChannel, purposeOf } from './newPhoneChannel.ts';
import { presentPhoneUi } from './presentPhoneUi.ts';
import type { CountryOptions } from './useRules.ts';

export interface ChangePhoneProps extends ContactWidgetProps, CountryOptions {
  /** The channel by which your tenant sends the code to the new number. Default `CHANNEL_BIND_PHONE`. */
  newPhoneChannel?: NewPhoneChannel;
  /** Called once, after the change is shown. */
  onChanged?: (done: Done) => void;
  /** Called once, when there was no phone and one was bound. */
  onBound?: (done: Done) => void;
}

/** Replaces the phone number of the signed-in account (contract, sections 9.11 and 9.12). */
export function ChangePhone({ newPhoneChannel, onChanged, onBound, ...props }: ChangePhoneProps) {
  return (
    <ContactWidget
      ui={presentPhoneUi}
      title="change"
      props={props}
      onDone={onChanged}
      onBound={onBound}
      form={({ user: _, ...present }) => (
        <ChangeContactForm
          ui={presentPhoneUi}
          newPurpose={purposeOf(newPhoneChannel)}
          {...present}
        />
      )}
    />
  );
}
