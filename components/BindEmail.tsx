import { withContactMessages } from '../src/account/useContactMessages.ts';
import { BindContact } from './BindContact.tsx';
import type { ContactWidgetProps, Done } from './ContactWidgetProps.ts';
import { emailUi } from './emailUi.ts';

export interface BindEmailProps extends ContactWidgetProps {
  /** Called once, after the address is bound and shown as such. */
  onBound?: (done: Done) => void;
}

/** Binds a first e-mail address to the signed-in account (contract, section 9.3). */
export function BindEmail({ onBound, ...props }: BindEmailProps) {
  return (
    <BindContact
      ui={emailUi}
      words={(messages) => {
        const { bindEmail, emailCodeHint } = withContactMessages(messages);
        return { bind: bindEmail, codeHint: emailCodeHint };
      }}
      props={props}
      onBound={onBound}
    />
  );
}
