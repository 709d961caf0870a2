import { useFlowMessages } from '../src/account/useFlowMessages.ts';
import { Button } from './Button.tsx';
import type { StepView } from './CodeStep.tsx';
import { WebOtp } from './WebOtp.tsx';

/** Beside the number that the newest code went to: the way to change it, and the way back to it. */
export function SentTo(view: StepView) {
  const { contact, kind, form, progress, to, fixedTo, options, update, focusOn } = view;
  const messages = useFlowMessages();
  const { sent } = progress;
  if (!sent) return null;
  const isStill = to === sent.to;

  function goBackTo(before: string) {
    form.setValue(kind, contact.write(form.getValues(), before)[kind]);
    // What was wrong was that number, or the code beside it.
    form.clearErrors([kind, 'code']);
    update({ failure: undefined, note: undefined });
    focusOn('code');
  }

  return (
    <>
      {!fixedTo && (
        <div className="genauth-beside">
          <Button
            look="plain"
            onPress={() => {
              if (isStill) focusOn(kind);
              else goBackTo(sent.to);
            }}
          >
            {isStill ? messages[contact.words.change] : messages.backTo(contact.shown(sent.to))}
          </Button>
        </div>
      )}
      {options.webOtp && isStill && <WebOtp {...view} sent={sent} />}
    </>
  );
}
