import { useFlowMessages } from '../src/account/useFlowMessages.ts';
import { Button } from './Button.tsx';
import type { StepView } from './CodeStep.tsx';

/** For whom no message has come: the number to compare, the likely reasons, and what to do. */
export function CodeHelp({ contact, kind, form, to, fixedTo, send }: StepView) {
  const messages = useFlowMessages();
  if (!to || !send?.isNewest || !(send.isLate || send.isExhausted)) return null;
  const isChinese = to.startsWith('+86');
  return (
    <details className="genauth-help">
      <summary>{messages.noCodeYet}</summary>
      <p>{messages.sentToThis}</p>
      <p className="genauth-help-contact">
        <bdi dir="ltr" translate="no">
          {contact.shown(to)}
        </bdi>{' '}
        {!fixedTo && (
          <Button look="plain" onPress={() => form.setFocus(kind, { shouldSelect: true })}>
            {messages.changeContact}
          </Button>
        )}
      </p>
      <ul>
        <li>{messages.helpSignal}</li>
        <li>{messages.helpSpam}</li>
        <li>{isChinese ? messages.helpChina : messages.helpRoaming}</li>
        <li>{send.isExhausted ? messages.noMoreCodes : messages.helpAgain}</li>
      </ul>
    </details>
  );
}
