import { ContactSettings, type SettingsProps } from './ContactSettings.tsx';
import { presentEmailUi } from './presentEmailUi.ts';

export type EmailSettingsProps = SettingsProps;

/** The e-mail address of the signed-in account: shown, bound, changed, unbound. */
export function EmailSettings(props: EmailSettingsProps) {
  return <ContactSettings ui={presentEmailUi} props={props} />;
}
