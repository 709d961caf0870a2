import { type Ref, useId } from 'react';
import type { Control } from 'react-hook-form';
import { useMessages } from '../src/account/AccountContext.ts';
import { useSend } from '../src/account/useSend.ts';
import type { BindPhoneValues } from './BindPhoneForm.tsx';
import { Button } from './Button.tsx';
import { useTypedPhone } from './useTypedPhone.ts';

export interface SendButtonProps {
  control: Control<BindPhoneValues>;
  /** Whether this form has sent a code, to whatever number. */
  hasSent: boolean;
  isSending: boolean;
  onSend: () => void;
  buttonRef: Ref<HTMLButtonElement>;
}

/** Asks for a code; then tells how long to wait before the next. */
export function SendButton({ control, hasSent, isSending, onSend, buttonRef }: SendButtonProps) {
  const messages = useMessages();
  const { state, secondsLeft } = useSend('bind', useTypedPhone(control)?.e164);
  const waitId = useId();
  const isWaiting = secondsLeft > 0;
  return (
    <div className="genauth-send">
      <Button
        onPress={onSend}
        look={state ? 'secondary' : 'primary'}
        isWaiting={isWaiting}
        isBusy={isSending}
        describedBy={isWaiting ? waitId : undefined}
        buttonRef={buttonRef}
      >
        {state || hasSent ? messages.sendAgain : messages.sendCode}
      </Button>
      {isWaiting && (
        // Not a live region: the seconds are read on demand, as the button's description.
        <span className="genauth-wait" id={waitId} translate="no">
          {messages.sendAgainIn(secondsLeft)}
        </span>
      )}
    </div>
  );
}
