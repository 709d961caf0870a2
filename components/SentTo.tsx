import { useFlowMessages } from '../src/account/useFlowMessages.ts';
import { Button } from './Button.tsx';
import type { StepView } from './CodeStep.tsx';
import { WebOtp } from './WebOtp.tsx';

/** Beside the number that the newest code went to: the way to change it, and the way back to it. */
export function SentTo(view: StepView) {
  const { contact, kind, form, progress, to, fixedTo, options } = view;
  const messages = useFlowMessages();
  const { sent } = progress;
  if (!sent) return null;
  const isStill = to === sent.to;
  return (
    <>
      {!fixedTo && (
        <Button
          look="plain"
          onPress={() => {
            if (!isStill) form.setValue(kind, contact.write(form.getValues(), sent.to)[kind]);
            form.setFocus(isStill ? kind : 'code', { shouldSelect: isStill });
          }}
        >
          {isStill ? messages.changeContact : messages.backTo(contact.shown(sent.to))}
        </Button>
      )}
      {options.webOtp && isStill && <WebOtp key={sent.to} {...view} />}
    </>
  );
}
