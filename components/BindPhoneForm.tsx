import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useAccount } from '../src/account/AccountContext.ts';
import { type BindFlow, bindFlowModule } from '../src/account/bindFlowModule.ts';
import { callHost } from '../src/account/callHost.ts';
import { type Problem, toFormMessage } from '../src/account/problem.ts';
import { useAction } from '../src/account/useAction.ts';
import { type CountryCode, isCountry } from '../src/phone/callingCodes.ts';
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
import { within } from './within.ts';

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
  /** The number that the running send is for. */
  const sentTo = useRef<Phone>(undefined);

  // The host hears of what is shown already, in the callbacks that it passed last.
  const host = useRef({ onBound, onError });
  useEffect(() => {
    host.current = { onBound, onError };
  });
  useEffect(() => {
    if (bound) host.current.onBound(bound);
  }, [bound]);
  useEffect(() => {
    if (failure?.error) callHost(host.current.onError, failure.error);
  }, [failure]);

  function send() {
    attempt('send', async (flow, signal) => {
      const phone = await readNumber(flow);
      if (!phone || flow.sendLog.secondsLeft('bind', phone.e164) > 0) return;
      sentTo.current = phone;
      try {
        await flow.sendBindCode(account, phone, signal);
      } finally {
        if (flow.sendLog.stateOf('bind', phone.e164)) setHasSent(true);
      }
      if (await isStill(flow, phone)) form.setFocus('code');
    });
  }

  function bind() {
    attempt('bind', async (flow, signal) => {
      const { code, problem } = flow.readCode(form.getValues('code'));
      if (problem) show('code', { kind: problem }, false);
      const phone = await readNumberOfCode(flow);
      if (!phone) return;
      if (problem) return form.setFocus('code');
      await flow.bindPhone(account, phone, code, signal);
      setBound(phone);
    });
  }

  function attempt(
    name: 'send' | 'bind',
    work: (flow: BindFlow, signal: AbortSignal) => Promise<void>,
  ) {
    const wasTaken = action.run(name, async (signal) => {
      const flow = await within(bindFlowModule.load(), FLOW_MS);
      if (!flow) return setFailure({ kind: 'network', isOfForm: true });
      try {
        await work(flow, signal);
      } catch (error) {
        if (signal.aborted || !(error instanceof GenAuthError)) throw error;
        await showFailure(flow, error, sentTo.current);
      }
    });
    if (!wasTaken) return;
    sentTo.current = undefined;
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

  /** Whether the field still says what was sent, or has been edited meanwhile. */
  async function isStill(flow: BindFlow, phone: Phone): Promise<boolean> {
    const engine = await loadEngine();
    const { text, country } = form.getValues('phone');
    return flow.readPhone(text, country, engine).phone?.e164 === phone.e164;
  }

  async function showFailure(flow: BindFlow, error: GenAuthError, phone: Phone | undefined) {
    const kind = flow.explain(error);
    const isOfOtherNumber = phone !== undefined && !(await isStill(flow, phone));
    const field = isOfOtherNumber ? 'form' : flow.fieldOf(kind);
    setFailure({ kind, isOfForm: field === 'form', error });
    if (kind === 'codeExpired') form.setValue('code', '');
    if (field !== 'form') show(field, { kind }, kind !== 'codeExpired');
    if (kind === 'codeExpired') sendButton.current?.focus();
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
        // React lets events pass through portals: a form of the host's around us is not meant.
        event.stopPropagation();
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

const ENGINE_MS = 3_000;
const FLOW_MS = 15_000;

// A field without numbering plans still reads numbers, only less well: nobody waits for them long.
function loadEngine() {
  return within(phoneEngineModule.load(), ENGINE_MS);
}

// Without a word from the host the server's own default holds (contract, section 6).
function firstCountry({ defaultCountry = 'CN', allowedCountries }: CountryOptions): CountryCode {
  const wanted = isCountry(defaultCountry) ? defaultCountry : 'CN';
  const isAllowed = allowedCountries?.includes(wanted) ?? true;
  return isAllowed ? wanted : (allowedCountries?.find(isCountry) ?? wanted);
}
