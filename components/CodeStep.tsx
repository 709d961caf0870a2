import type { Ref } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useMessages } from '../src/account/AccountContext.ts';
import type { Progress } from '../src/account/codeSteps.ts';
import type { ContactColumn, FormValues } from '../src/account/contact.ts';
import type { SendView } from '../src/account/sendLog.ts';
import { useLazyModule } from '../src/account/useLazyModule.ts';
import { useSend } from '../src/account/useSend.ts';
import { Button } from './Button.tsx';
import { CodeField } from './CodeField.tsx';
import type { CodeFormProps } from './CodeForm.tsx';
import type { Flow } from './flow.ts';
import type { FocusOn } from './focusField.ts';
import { SendButton } from './SendButton.tsx';
import { useTypedContact } from './useTypedContact.ts';

export interface CodeStepProps extends CodeFormProps {
  form: UseFormReturn<FormValues>;
  progress: Progress;
  running: 'sendCode' | 'submitCode' | undefined;
  sendButtonRef: Ref<HTMLButtonElement>;
  update: (change: Progress) => void;
  focusOn: FocusOn;
  onSend: () => void;
  onSubmit: () => void;
  onEdit: () => void;
}

/** What the parts of the step that come later are given. */
export interface StepView extends CodeStepProps {
  flow: Flow;
  contact: ContactColumn;
  /** The contact in the field, if it is one. */
  to: string | undefined;
  /** What may have been meant by a text that is none. */
  suggestion: string | undefined;
  send: SendView | undefined;
}

/** Asks for the code, takes it, and tells how far that has come. */
export function CodeStep(props: CodeStepProps) {
  const { form, purpose, flowModule, rules, fixedTo, progress, running } = props;
  const messages = useMessages();
  const flow = useLazyModule(flowModule);
  const typed = useTypedContact(form, props.kind, flow?.contact, rules);
  const to = fixedTo ?? typed?.to;
  const send = useSend(flow?.sendLog, purpose, to);
  const view: StepView | undefined = flow && {
    ...props,
    flow,
    contact: flow.contact,
    to,
    suggestion: typed?.suggestion,
    send,
  };
  const { done, failure, sent } = progress;

  function onCode(text: string) {
    props.onEdit();
    if (view?.flow.goesOnByItself(view, text)) props.onSubmit();
  }

  return (
    <>
      {!done && view && <view.flow.ContactHelp {...view} />}
      {!done && (
        <SendButton
          label={send?.state || sent ? messages.sendAgain : messages.sendCode}
          look={send?.state ? 'secondary' : 'primary'}
          isWaiting={send !== undefined && (send.secondsLeft > 0 || send.isExhausted)}
          isBusy={running === 'sendCode'}
          onSend={props.onSend}
          buttonRef={props.sendButtonRef}
          wait={view && <view.flow.WaitText {...view} />}
        />
      )}
      <p
        className="genauth-status"
        role="status"
        data-bound={done ? true : undefined}
        translate="no"
      >
        {view && <view.flow.StatusText {...view} />}
      </p>
      {!done && (
        <>
          {view && <view.flow.SentTo {...view} />}
          <CodeField
            form={form}
            label={props.codeLabel}
            hint={props.codeHint}
            codeLength={rules.codeLength}
            isAutoSubmitted={props.options.autoSubmit}
            read={flow?.readCode}
            onCode={onCode}
          />
          <div role="alert">
            {failure?.isOfForm &&
              (view ? <view.flow.FailureText {...view} /> : messages.serviceNotReached)}
          </div>
          {view && <view.flow.AfterFailure {...view} />}
          {view && <view.flow.NextStep {...view} />}
          <Button
            type="submit"
            look={send?.state ? 'primary' : 'secondary'}
            isBusy={running === 'submitCode'}
          >
            {props.submitLabel}
          </Button>
          {view && <view.flow.CodeHelp {...view} />}
        </>
      )}
    </>
  );
}
