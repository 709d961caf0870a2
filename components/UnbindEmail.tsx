import { ContactWidget } from './ContactWidget.tsx';
import type { ContactWidgetProps, Done } from './ContactWidgetProps.ts';
import { presentEmailUi } from './presentEmailUi.ts';
import { UnbindContactForm } from './UnbindContactForm.tsx';

export interface UnbindEmailProps extends ContactWidgetProps {
  /** Called once, after the removal is shown. */
  onUnbound?: (done: Done) => void;
  /** Called once, when there was none and one was bound. */
  onBound?: (done: Done) => void;
}

/** Removes the e-mail address of the signed-in account (contract, section 9.4). */
export function UnbindEmail({ onUnbound, onBound, ...props }: UnbindEmailProps) {
  return (
    <ContactWidget
      ui={presentEmailUi}
      title="unbind"
      props={props}
      onDone={onUnbound}
      onBound={onBound}
      form={(present) => (
        <UnbindContactForm key={present.current} ui={presentEmailUi} {...present} />
      )}
    />
  );
}
