import type { Control } from 'react-hook-form';
import { useMessages } from '../src/account/AccountContext.ts';
import { useSend } from '../src/account/useSend.ts';
import type { BindPhoneValues } from './BindPhoneForm.tsx';
import { Button } from './Button.tsx';
import { useTypedPhone } from './useTypedPhone.ts';

export interface SubmitButtonProps {
  control: Control<BindPhoneValues>;
  isBusy: boolean;
}

/** Binds. It stands out once there is a code to bind with; until then asking for one does. */
export function SubmitButton({ control, isBusy }: SubmitButtonProps) {
  const messages = useMessages();
  const { state } = useSend('bind', useTypedPhone(control)?.e164);
  return (
    <Button type="submit" look={state ? 'primary' : 'secondary'} isBusy={isBusy}>
      {messages.bindPhone}
    </Button>
  );
}
