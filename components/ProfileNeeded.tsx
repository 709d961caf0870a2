import { useLayoutEffect, useRef } from 'react';
import { useContactMessages } from '../src/account/useContactMessages.ts';
import type { Profile } from '../src/account/useProfile.ts';
import { Button } from './Button.tsx';

/** Stands where something of the profile will be shown once it is read; or says that it cannot be. */
export function ProfileNeeded({ hasFailed, isReading, readAgain }: Profile) {
  const messages = useContactMessages();
  const element = useRef<HTMLDivElement>(null);
  // The button that had the focus goes away when it has helped.
  useLayoutEffect(() => {
    const left = element.current;
    return () => {
      if (left?.contains(document.activeElement)) left.closest<HTMLElement>('.genauth')?.focus();
    };
  }, []);
  return (
    <div ref={element} className="genauth-form">
      {hasFailed ? (
        <>
          <p className="genauth-alert" role="alert">
            {messages.profileNotRead}
          </p>
          <Button onPress={readAgain} isBusy={isReading}>
            {messages.tryAgain}
          </Button>
        </>
      ) : (
        <div className="genauth-skeleton" aria-busy="true" />
      )}
    </div>
  );
}
