import { type ReactNode, type Ref, useId } from 'react';
import { Button } from './Button.tsx';

export interface SendButtonProps {
  label: string;
  look: 'primary' | 'secondary';
  isWaiting: boolean;
  isBusy: boolean;
  onSend: () => void;
  buttonRef: Ref<HTMLButtonElement>;
  /** How long to wait, in words. */
  wait: ReactNode;
}

/** Asks for a code; then tells how long to wait before the next. */
export function SendButton({
  label,
  look,
  isWaiting,
  isBusy,
  onSend,
  buttonRef,
  wait,
}: SendButtonProps) {
  const waitId = useId();
  return (
    <div className="genauth-send">
      <Button
        onPress={onSend}
        look={look}
        isWaiting={isWaiting}
        isBusy={isBusy}
        describedBy={isWaiting ? waitId : undefined}
        buttonRef={buttonRef}
      >
        {label}
      </Button>
      {isWaiting && (
        // Not a live region: the seconds are read on demand, as the button's description.
        <span className="genauth-wait" id={waitId} translate="no">
          {wait}
        </span>
      )}
    </div>
  );
}
