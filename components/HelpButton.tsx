import { callHost } from '../src/account/callHost.ts';
import type { HostHooks, NeedHelp } from '../src/account/hostHooks.ts';
import { useContactMessages } from '../src/account/useContactMessages.ts';
import { Button } from './Button.tsx';

interface HelpButtonProps extends NeedHelp {
  options: HostHooks;
}

/** The way on where the form knows none: the host's help, where it has some. */
export function HelpButton({ options: { onNeedHelp }, ...need }: HelpButtonProps) {
  const messages = useContactMessages();
  if (!onNeedHelp) return null;
  return <Button onPress={() => callHost(onNeedHelp, need)}>{messages.getHelp}</Button>;
}
