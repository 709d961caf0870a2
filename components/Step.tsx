import { type ReactNode, useEffect, useRef } from 'react';
import { useContactMessages } from '../src/account/useContactMessages.ts';
import { Button } from './Button.tsx';

export interface StepProps {
  title: string | undefined;
  /** A step that is not shown keeps what was typed in it. */
  isShown: boolean;
  onBack?: (() => void) | undefined;
  children: ReactNode;
}

/** One step of several. Coming to it moves the focus there. */
export function Step({ title, isShown, onBack, children }: StepProps) {
  const messages = useContactMessages();
  const element = useRef<HTMLDivElement>(null);
  const wasShown = useRef(isShown);

  useEffect(() => {
    if (isShown && !wasShown.current) focusFirst(element.current);
    wasShown.current = isShown;
  }, [isShown]);

  return (
    <div ref={element} hidden={!isShown} className="genauth-step">
      {title && <p className="genauth-step-title">{title}</p>}
      {children}
      {onBack && (
        <Button look="plain" onPress={onBack}>
          {messages.back}
        </Button>
      )}
    </div>
  );
}

function focusFirst(element: HTMLElement | null) {
  const field = element?.querySelector<HTMLElement>('input') ?? element?.querySelector('button');
  field?.focus();
}
