import { type ComponentType, useEffect, useRef, useState } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import { type Account, useAccount } from '../src/account/AccountContext.ts';
import { callHost } from '../src/account/callHost.ts';
import type { Note, Progress } from '../src/account/codeSteps.ts';
import type { ContactKind, ContactRules, FormValues, Proof } from '../src/account/contact.ts';
import type { HostHooks } from '../src/account/hostHooks.ts';
import type { ServerProblemKind } from '../src/account/problem.ts';
import type { Purpose } from '../src/account/sendLog.ts';
import { useAction } from '../src/account/useAction.ts';
import { within } from '../src/account/within.ts';
import { CodeStep } from './CodeStep.tsx';
import type { DoneText } from './contactUi.ts';
import { FlowContext } from './FlowContext.ts';
import type { Flow } from './flow.ts';
import type { FlowModule } from './flowModule.ts';
import { type FocusOn, focusField } from './focusField.ts';
import { hearSilentInput } from './hearSilentInput.ts';
import { SpokenError } from './SpokenError.tsx';
import { useWarmUp } from './useWarmUp.ts';

/** What the host may switch on. */
export interface CodeOptions {
  /** Goes on by itself once the code is complete; the form says so beforehand. Default `false`. */
  autoSubmit?: boolean | undefined;
  /** Reads the code from the message where the browser can (WebOTP). Default `false`. */
  webOtp?: boolean | undefined;
  /** Shows the server's own words beside ours, as text. Default `false`. */
  showServerMessage?: boolean | undefined;
}

/** What a field for a contact is given. */
export interface ContactFieldProps {
  form: UseFormReturn<FormValues>;
  /** Instead of the field's own. */
  label: string | undefined;
  rules: ContactRules;
  onEdit: (note?: Note) => void;
  /** Enter in this field asks for a code: it does not submit a form that has none. */
  onEnter: () => void;
}

export interface CodeFormProps {
  kind: ContactKind;
  purpose: Purpose;
  flowModule: FlowModule<Flow>;
  rules: ContactRules;
  hooks: HostHooks;
  options: CodeOptions;
  /** The field for the contact; forms without one send to `fixedTo`. */
  Field?: ComponentType<ContactFieldProps>;
  fieldLabel?: string;
  fixedTo?: string;
  codeLabel?: string;
  codeHint: string;
  submitLabel: string;
  /** What is being done, for whoever is asked for help. */
  operation: string;
  /** What is said in the end, of the masked contact. */
  doneText: DoneText;
  /** What the code is for. A form that only `keeps` it for another is not done then. */
  act: (account: Account, proof: Proof, signal: AbortSignal) => Promise<unknown>;
  /** Whether the call checks another code, too, and cannot say which of them is wrong. */
  hasTwoCodes?: boolean;
  /** Called once a failure of the call is shown. */
  onProblem?: (kind: ServerProblemKind) => void;
  /** Called once the success is shown. */
  onDone?: (result: { masked: string }) => void;
}

/** Tells the host something, in the callbacks that it passed last. */
export type Tell = (props: CodeFormProps) => unknown;

const FLOW_MS = 15_000;

/** A contact, a code for it, and the one thing that both together prove. */
export function CodeForm(props: CodeFormProps) {
  const { kind, flowModule, rules, Field, fieldLabel } = props;
  const account = useAccount();
  // Fields without a value here keep what a browser filled in before there was anybody to hear of it.
  const form = useForm<FormValues>({ defaultValues: { phone: { text: '' } } });
  // One action for both calls: no code is asked for while one is being checked.
  const action = useAction<'sendCode' | 'submitCode'>();
  const [progress, setProgress] = useState<Progress>({});
  const formRef = useRef<HTMLFormElement>(null);
  const sendButton = useRef<HTMLButtonElement>(null);
  const latest = useRef({ props, progress, account });
  latest.current = { props, progress, account };

  useWarmUp(flowModule);

  // The host hears of what is shown already, in the callbacks that it passed last.
  const untold = useRef<Tell[]>([]);
  useEffect(() => {
    for (const tell of untold.current.splice(0)) callHost(() => tell(latest.current.props));
  });

  const { userKey } = account;
  const user = useRef(userKey);
  const { cancel } = action;
  useEffect(() => {
    const before = user.current;
    if (before === userKey) return;
    user.current = userKey;
    // A host that comes to know who is signed in has not changed who that is.
    if (before === undefined) {
      return setProgress((shown) =>
        shown.note === 'signedOut' ? { ...shown, note: undefined } : shown,
      );
    }
    // A code proves something for the account that asked for it, and for no other.
    cancel();
    flowModule.now()?.sendLog.clear();
    form.setValue('code', '');
    setProgress({ note: userKey === undefined ? 'signedOut' : 'userChanged' });
  }, [userKey, cancel, form, flowModule]);

  const [spoken, setSpoken] = useState<{ name: keyof FormValues; time: number }>();
  const focusOn: FocusOn = (name, shouldSelect) => {
    const hasMoved = focusField(formRef.current, name, shouldSelect);
    setSpoken((before) => (hasMoved ? undefined : { name, time: (before?.time ?? 0) + 1 }));
  };

  function update(change: Progress) {
    setProgress((before) => ({ ...before, ...change }));
  }

  function run(step: 'sendCode' | 'submitCode') {
    if (formRef.current) hearSilentInput(formRef.current);
    const wasTaken = action.run(step, async (signal) => {
      const flow = await within(flowModule.load(), FLOW_MS);
      const failure = { kind: 'network', isOfForm: true, at: Date.now() } as const;
      if (flow)
        await flow[step](
          flow.portTo({ flow, form, latest, update, untold, sendButton, focusOn }),
          signal,
        );
      else update({ failure });
    });
    if (wasTaken) update({ failure: undefined, note: undefined });
  }

  function edited(name: keyof FormValues, note?: Note) {
    if (form.getFieldState(name).error) form.clearErrors(name);
    const { failure, note: before, stopAsking } = latest.current.progress;
    stopAsking?.();
    if (failure || before !== note) update({ failure: undefined, note });
  }

  return (
    <FlowContext.Provider value={flowModule}>
      <form
        ref={formRef}
        className="genauth-form"
        noValidate
        // A held Enter is one gesture: the browser would press the focused button, or submit, again and again.
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.repeat) event.preventDefault();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          // React lets events pass through portals: a form of the host's around us is not meant.
          event.stopPropagation();
          run('submitCode');
        }}
      >
        {!progress.done && Field && !props.fixedTo && (
          <Field
            form={form}
            label={fieldLabel}
            rules={rules}
            onEdit={(note) => edited(kind, note)}
            onEnter={() => run('sendCode')}
          />
        )}
        <CodeStep
          {...props}
          form={form}
          progress={progress}
          running={action.running}
          sendButtonRef={sendButton}
          update={update}
          focusOn={focusOn}
          onSend={() => run('sendCode')}
          onSubmit={() => run('submitCode')}
          onEdit={() => edited('code')}
        />
        {spoken && <SpokenError key={spoken.time} control={form.control} name={spoken.name} />}
      </form>
    </FlowContext.Provider>
  );
}
