import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useAccount } from '../src/account/AccountContext.ts';
import { type BindFlow, bindFlowModule } from '../src/account/bindFlowModule.ts';
import { callHost } from '../src/account/callHost.ts';
import { type Problem, toFormMessage } from '../src/account/problem.ts';
import { useAction } from '../src/account/useAction.ts';
import type { CountryCode } from '../src/phone/callingCodes.ts';
import { phoneEngineModule } from '../src/phone/phoneEngine.ts';
import type { Phone, PhoneReading } from '../src/phone/readPhone.ts';
import type { TypedPhone } from '../src/phone/typedPhone.ts';
import { GenAuthError } from '../src/sdk/failure.ts';
import { CodeField } from './CodeField.tsx';
import { Failure, type ShownFailure } from './Failure.tsx';
import { FormStatus } from './FormStatus.tsx';
import { type CountryOptions, PhoneField, type PhoneNote } from './PhoneField.tsx';
import { SendButton } from './SendButton.tsx';
import { SubmitButton } from './SubmitButton.tsx';

export interface BindPhoneValues {
  phone: TypedPhone;
  code: string;
}

export interface BindPhoneFormProps {
  countries: CountryOptions;
  onBound: (phone: Phone) => void;
  onError: ((error: GenAuthError) => void) | undefined;
}

/** Number, code, and the two calls between them; then the number that is bound. */
export function BindPhoneForm({ countries, onBound, onError }: BindPhoneFormProps) {
  const account = useAccount();
  const form = useForm<BindPhoneValues>({
    defaultValues: { phone: { text: '', country: firstCountry(countries) }, code: '' },
  });
  // One action for both calls: no code is asked for while one is being checked.
  const action = useAction<'send' | 'bind'>();
  const [failure, setFailure] = useState<ShownFailure>();
  const [hasSent, setHasSent] = useState(false);
  const [note, setNote] = useState<PhoneNote>();
  const [bound, setBound] = useState<Phone>();
  const sendButton = useRef<HTMLButtonElement>(null);

  function send() {
    attempt('send', async (flow, signal) => {
      const phone = await readNumber(flow);
      if (!phone || flow.sendLog.secondsLeft('bind', phone.e164) > 0) return;
      try {
        await flow.sendBindCode(account, phone, signal);
      } finally {
        if (flow.sendLog.stateOf('bind', phone.e164)) setHasSent(true);
      }
      form.setFocus('code');
    });
  }

  function bind() {
    attempt('bind', async (flow, signal) => {
      const phone = await readNumberOfCode(flow);
      const { code, problem } = flow.readCode(form.getValues('code'));
      if (problem) show('code', { kind: problem }, phone !== undefined);
      if (!phone || problem) return;
      await flow.bindPhone(account, phone, code, signal);
      setBound(phone);
      onBound(phone);
    });
  }

  function attempt(
    name: 'send' | 'bind',
    work: (flow: BindFlow, signal: AbortSignal) => Promise<void>,
  ) {
    const wasTaken = action.run(name, async (signal) => {
      const flow = await bindFlowModule.load().catch(() => undefined);
      if (!flow) return setFailure({ kind: 'network', isOfForm: true });
      try {
        await work(flow, signal);
      } catch (error) {
        if (signal.aborted || !(error instanceof GenAuthError)) throw error;
        showFailure(flow, error);
      }
    });
    if (!wasTaken) return;
    setFailure(undefined);
    setNote(undefined);
  }

  /** The number to send to, or its problem shown. One only advised against is sent to when asked for again. */
  async function readNumber(flow: BindFlow): Promise<Phone | undefined> {
    const { phone, problem } = await readTyped(flow);
    const shown = form.getFieldState('phone').error?.message;
    if (!problem || (phone && shown === toFormMessage(problem))) {
      form.clearErrors('phone');
      return phone;
    }
    show('phone', problem, true);
    return undefined;
  }

  /** The number that the code belongs to: one that a code was sent to, or its problem shown. */
  async function readNumberOfCode(flow: BindFlow): Promise<Phone | undefined> {
    const { phone, problem } = await readTyped(flow);
    if (phone && flow.sendLog.stateOf('bind', phone.e164)) return phone;
    if (problem) show('phone', problem, true);
    else show('code', { kind: 'noCodeSent' }, true);
    return undefined;
  }

  async function readTyped({ readPhone, settlePhone }: BindFlow): Promise<PhoneReading> {
    const engine = await loadEngine();
    const typed = settlePhone(form.getValues('phone'), engine);
    form.setValue('phone', typed);
    return readPhone(typed.text, typed.country, engine, countries.allowedCountries);
  }

  function showFailure({ explain, fieldOf }: BindFlow, error: GenAuthError) {
    const kind = explain(error);
    const field = fieldOf(kind);
    setFailure({ kind, isOfForm: field === 'form', error });
    if (kind === 'codeExpired') form.setValue('code', '');
    if (field !== 'form') show(field, { kind }, kind !== 'codeExpired');
    if (kind === 'codeExpired') sendButton.current?.focus();
    callHost(onError, error);
  }

  function show(field: 'phone' | 'code', problem: Problem, shouldFocus: boolean) {
    form.setError(field, { type: 'problem', message: toFormMessage(problem) });
    if (shouldFocus) form.setFocus(field, { shouldSelect: field === 'code' });
  }

  function forget(field: 'phone' | 'code') {
    form.clearErrors(field);
    setFailure(undefined);
  }

  return (
    <form
      className="genauth-form"
      noValidate
      // A held Enter is one gesture: the browser would press the focused button, or submit, again and again.
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.repeat) event.preventDefault();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        bind();
      }}
    >
      {!bound && (
        <>
          <PhoneField
            control={form.control}
            countries={countries}
            onEdit={(next) => {
              forget('phone');
              setNote(next);
            }}
            onEnter={send}
          />
          <SendButton
            control={form.control}
            hasSent={hasSent}
            isSending={action.running === 'send'}
            onSend={send}
            buttonRef={sendButton}
          />
        </>
      )}
      <FormStatus control={form.control} bound={bound} note={note} />
      {!bound && (
        <>
          <CodeField control={form.control} onEdit={() => forget('code')} />
          <Failure failure={failure} />
          <SubmitButton control={form.control} isBusy={action.running === 'bind'} />
        </>
      )}
    </form>
  );
}

// A field without numbering plans still reads numbers, only less well.
function loadEngine() {
  return phoneEngineModule.load().catch(() => undefined);
}

// Without a word from the host the server's own default holds (contract, section 6).
function firstCountry({ defaultCountry = 'CN', allowedCountries }: CountryOptions): CountryCode {
  const isAllowed = allowedCountries?.includes(defaultCountry) ?? true;
  return isAllowed ? defaultCountry : (allowedCountries?.[0] ?? defaultCountry);
}
