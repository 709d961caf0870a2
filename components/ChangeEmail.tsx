import { ChangeContactForm } from './ChangeContactForm.tsx';
import { ContactWidget } from './ContactWidget.tsx';
import type { ContactWidgetProps, Done } from './ContactWidgetProps.ts';
import { presentEmailUi } from './presentEmailUi.ts';

export interface ChangeEmailProps extends ContactWidgetProps {
  /** Called once, after the change is shown. */
  onChanged?: (done: Done) => void;
  /** Called once, when there was no address and one was bound. */
  onBound?: (done: Done) => void;
}

/** Replaces the e-mail address of the signed-in account (contract, sections 9.9 and 9.10). */
export function ChangeEmail({ onChanged, onBound, ...props }: ChangeEmailProps) {
  return (
    <ContactWidget
      ui={presentEmailUi}
      title="change"
      props={props}
      onDone={onChanged}
      onBound={onBound}
      form={({ user: _, ...present }) => <ChangeContactForm ui={presentEmailUi} {...present} />}
    />
  );
}
