import type { ReactNode, Ref } from 'react';

export interface ButtonProps {
  children: ReactNode;
  /** For buttons that do not submit. */
  onPress?: (() => void) | undefined;
  type?: 'button' | 'submit';
  look?: 'primary' | 'secondary' | 'plain';
  /** Cannot be pressed now, but keeps the focus and says why in its description. */
  isWaiting?: boolean;
  /** Its work is under way. */
  isBusy?: boolean;
  describedBy?: string | undefined;
  /** The view that it leads to, so that the focus can come back to it. */
  opens?: string;
  buttonRef?: Ref<HTMLButtonElement>;
}

/** A button that is never `disabled`: a disabled button drops the focus and cannot say why. */
export function Button({
  children,
  onPress,
  type = 'button',
  look = 'secondary',
  isWaiting = false,
  isBusy = false,
  describedBy,
  opens,
  buttonRef,
}: ButtonProps) {
  const isInert = isWaiting || isBusy;
  return (
    <button
      ref={buttonRef}
      type={type}
      className="genauth-button"
      data-look={look}
      aria-disabled={isInert || undefined}
      aria-busy={isBusy || undefined}
      aria-describedby={describedBy}
      data-opens={opens}
      onClick={(event) => {
        // A double click is one press, also where its first half brings up something to be read before the next.
        if (isInert || event.detail > 1) event.preventDefault();
        else onPress?.();
      }}
    >
      {children}
    </button>
  );
}
