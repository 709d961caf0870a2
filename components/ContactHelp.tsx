import { useFlowMessages } from '../src/account/useFlowMessages.ts';
import { Button } from './Button.tsx';
import type { StepView } from './CodeStep.tsx';

/** What may have been meant by a number that cannot be read; offered, never taken. */
export function ContactHelp({ contact, kind, form, suggestion, update, focusOn }: StepView) {
  const messages = useFlowMessages();
  const hasProblem = form.getFieldState(kind).error !== undefined;
  if (!suggestion || !hasProblem) return null;
  return (
    <div className="genauth-suggestion">
      <Button
        look="plain"
        onPress={() => {
          form.setValue(kind, contact.write(form.getValues(), suggestion)[kind]);
          form.clearErrors(kind);
          update({ failure: undefined, note: undefined });
          focusOn(kind);
        }}
      >
        {messages.didYouMean(contact.shown(suggestion))}
      </Button>
    </div>
  );
}
