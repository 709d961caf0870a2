import { ContactWidget } from './ContactWidget.tsx';
import type { ContactWidgetProps, Done } from './ContactWidgetProps.ts';
import { presentPhoneUi } from './presentPhoneUi.ts';
import { UnbindContactForm } from './UnbindContactForm.tsx';

export interface UnbindPhoneProps extends ContactWidgetProps {
  /** Called once, after the removal is shown. */
  onUnbound?: (done: Done) => void;
  /** Called once, when there was none and one was bound. */
  onBound?: (done: Done) => void;
}

/** Removes the phone number of the signed-in account (contract, section 9.6). */
export function UnbindPhone({ onUnbound, onBound, ...props }: UnbindPhoneProps) {
  return (
    <ContactWidget
      ui={presentPhoneUi}
      title="unbind"
      props={props}
      onDone={onUnbound}
      onBound={onBound}
      form={(present) => (
        <UnbindContactForm key={present.current} ui={presentPhoneUi} {...present} />
      )}
    />
  );
}
