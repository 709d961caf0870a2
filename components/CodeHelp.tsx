import { useFlowMessages } from '../src/account/useFlowMessages.ts';
import { Button } from './Button.tsx';
import type { StepView } from './CodeStep.tsx';

/** For whom no message has come: the number to compare, the likely reasons, and what to do. */
export function CodeHelp({ contact, kind, focusOn, to, fixedTo, send }: StepView) {
  const messages = useFlowMessages();
  if (!to || !send?.isNewest || !(send.isLate || send.isExhausted)) return null;
  return (
    <details className="genauth-help">
      <summary>{messages.noCodeYet}</summary>
      <p>{messages[contact.words.sentTo]}</p>
      <p className="genauth-help-contact">
        <bdi dir="ltr" translate="no">
          {fixedTo ? contact.masked(to) : contact.shown(to)}
        </bdi>{' '}
        {!fixedTo && (
          <Button look="plain" onPress={() => focusOn(kind)}>
            {messages[contact.words.change]}
          </Button>
        )}
      </p>
      <ul>
        {contact.reasons(to).map((reason) => (
          <li key={reason}>{messages[reason]}</li>
        ))}
        {!send.isExhausted && <li>{messages.helpAgain}</li>}
      </ul>
    </details>
  );
}
