import { useContactMessages } from '../src/account/useContactMessages.ts';
import type { Profile } from '../src/account/useProfile.ts';
import { Button } from './Button.tsx';

/** Stands where something of the profile will be shown once it is read; or says that it cannot be. */
export function ProfileNeeded({ hasFailed, readAgain }: Profile) {
  const messages = useContactMessages();
  if (!hasFailed) return <div className="genauth-skeleton" aria-busy="true" />;
  return (
    <div className="genauth-form">
      <p className="genauth-alert" role="alert">
        {messages.profileNotRead}
      </p>
      <Button onPress={readAgain}>{messages.tryAgain}</Button>
    </div>
  );
}
