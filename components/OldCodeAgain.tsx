import { type RefObject, useRef } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import type { Account } from '../src/account/AccountContext.ts';
import type { FormValues, Proof } from '../src/account/contact.ts';
import { type Problem, toFormMessage } from '../src/account/problem.ts';
import { GenAuthError } from '../src/sdk/failure.ts';
import { CodeField } from './CodeField.tsx';
import { FlowContext } from './FlowContext.ts';
import type { Flow, PresentFlow } from './flow.ts';
import type { FlowModule } from './flowModule.ts';
import { focusField } from './focusField.ts';

/** The code to the old contact, entered once more because a reload has taken it. */
export interface OldCode {
  form: UseFormReturn<FormValues>;
  formRef: RefObject<HTMLFormElement | null>;
  codeLength: number | undefined;
  /** The old contact with its code; or nothing, and the field says what is wrong. */
  prove: (flow: PresentFlow, account: Account, signal: AbortSignal) => Promise<Proof | undefined>;
}

export function useOldCode(current: string, codeLength: number | undefined): OldCode {
  const form = useForm<FormValues>({
    defaultValues: { phone: { text: '' } },
  });
  const formRef = useRef<HTMLFormElement>(null);

  function refuse(problem: Problem): undefined {
    form.setError('code', { type: 'problem', message: toFormMessage(problem) });
    focusField(formRef.current, 'code', true);
  }

  return {
    form,
    formRef,
    codeLength,
    async prove({ readCode, checkCode, contact }, account, signal) {
      const { code, problem } = readCode(form.getValues('code'), codeLength);
      if (problem) return refuse(problem);
      const proof = { to: current, code };
      try {
        await checkCode(account.client, contact, 'changeOld', proof, signal);
        return proof;
      } catch (error) {
        if (signal.aborted || !(error instanceof GenAuthError)) throw error;
        return refuse({ kind: 'codeWrong' });
      }
    },
  };
}

interface OldCodeAgainProps {
  flowModule: FlowModule<Flow>;
  old: OldCode;
  label: string;
  hint: string;
  /** The name of the field where Enter leads. */
  next: string;
}

export function OldCodeAgain({ flowModule, old, label, hint, next }: OldCodeAgainProps) {
  return (
    <FlowContext.Provider value={flowModule}>
      <form
        ref={old.formRef}
        className="genauth-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          focusField(old.formRef.current?.closest('.genauth-step'), next);
        }}
      >
        <CodeField
          form={old.form}
          label={label}
          hint={hint}
          codeLength={old.codeLength}
          isAutoSubmitted={false}
          read={flowModule.now()?.readCode}
          onCode={() => old.form.clearErrors('code')}
        />
      </form>
    </FlowContext.Provider>
  );
}
