import { ContactSettings, type SettingsProps } from './ContactSettings.tsx';
import { type NewPhoneChannel, purposeOf } from './newPhoneChannel.ts';
import { presentPhoneUi } from './presentPhoneUi.ts';
import type { CountryOptions } from './useRules.ts';

export interface PhoneSettingsProps extends SettingsProps, CountryOptions {
  /** The channel by which your tenant sends the code to the new number. Default `CHANNEL_BIND_PHONE`. */
  newPhoneChannel?: NewPhoneChannel;
}

/** The phone of the signed-in account: shown, bound, changed, unbound. */
export function PhoneSettings({ newPhoneChannel, ...props }: PhoneSettingsProps) {
  return (
    <ContactSettings ui={presentPhoneUi} props={props} newPurpose={purposeOf(newPhoneChannel)} />
  );
}
