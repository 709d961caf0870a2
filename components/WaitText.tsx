import { useFlowMessages } from '../src/account/useFlowMessages.ts';
import type { StepView } from './CodeStep.tsx';

/** Why no code can be asked for now. */
export function WaitText({ send }: StepView) {
  const messages = useFlowMessages();
  if (!send) return null;
  return send.secondsLeft > 0 && !send.isExhausted
    ? messages.sendAgainIn(send.secondsLeft)
    : messages.noMoreCodes;
}
