import { problemText } from '../src/account/problemText.ts';
import { useFlowMessages } from '../src/account/useFlowMessages.ts';
import type { StepView } from './CodeStep.tsx';

/** A problem of the whole form, for a region that announces it. */
export function FailureText({ progress: { failure }, options }: StepView) {
  const messages = useFlowMessages();
  if (!failure) return null;
  const { serverMessage } = failure.error ?? {};
  return (
    <div className="genauth-alert">
      <p>{problemText(messages, failure)}</p>
      {options.showServerMessage && serverMessage && (
        <p dir="auto">{messages.serverSays(serverMessage)}</p>
      )}
    </div>
  );
}
