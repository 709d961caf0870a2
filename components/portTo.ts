import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { UseFormReturn } from 'react-hook-form';
import type { Account } from '../src/account/AccountContext.ts';
import type { CodeForm, Progress } from '../src/account/codeSteps.ts';
import type { FormValues } from '../src/account/contact.ts';
import { fromFormMessage, toFormMessage } from '../src/account/problem.ts';
import type { CodeFormProps, Tell } from './CodeForm.tsx';
import type { Flow } from './flow.ts';
import type { FocusOn } from './focusField.ts';

interface FormParts {
  flow: Flow;
  form: UseFormReturn<FormValues>;
  latest: RefObject<{ props: CodeFormProps; progress: Progress; account: Account }>;
  update: (change: Progress) => void;
  untold: RefObject<Tell[]>;
  sendButton: RefObject<HTMLButtonElement | null>;
  focusOn: FocusOn;
}

/** The form as the steps see it: the only place that knows react-hook-form's ways. */
export function portTo(parts: FormParts): CodeForm {
  const { flow, form, latest, update, untold, sendButton, focusOn } = parts;
  const { props, account } = latest.current;
  const { kind, purpose, fixedTo } = props;
  const nameOf = (target: 'contact' | 'code') => (target === 'contact' ? kind : target);
  const { userKey } = account;
  // A host that comes to know who is signed in has not changed who that is.
  const isOfUser = () => userKey === undefined || userKey === latest.current.account.userKey;
  return {
    account,
    log: flow.sendLog,
    purpose,
    contact: flow.contact,
    fixedTo,
    get rules() {
      return latest.current.props.rules;
    },
    get host() {
      return latest.current.props.hooks;
    },
    get progress() {
      return latest.current.progress;
    },
    isOfUser,
    tell: (call) => untold.current.push(({ hooks }) => call(hooks)),
    get hasTwoCodes() {
      return latest.current.props.hasTwoCodes === true;
    },
    sayProblem: (kind) => untold.current.push(({ onProblem }) => onProblem?.(kind)),
    update(change) {
      // React 18 renders what a store says before what a component says: the profile that was just read would take the
      // form away before it had told that it is done.
      if (change.done) flushSync(() => update(change));
      else update(change);
    },
    values: () => form.getValues(),
    setValues(values) {
      for (const name of [kind, 'code'] as const) form.setValue(name, values[name]);
    },
    shownProblem() {
      const message = form.getFieldState(kind).error?.message;
      return message === undefined ? undefined : fromFormMessage(message);
    },
    setProblem(target, problem) {
      if (!problem) return form.clearErrors(nameOf(target));
      form.setError(nameOf(target), { type: 'problem', message: toFormMessage(problem) });
    },
    focus(target) {
      if (target === 'send') sendButton.current?.focus();
      else focusOn(nameOf(target), target === 'code');
    },
    async act(proof, signal) {
      const result = await props.act(account, proof, signal);
      if (result === 'kept' || !isOfUser()) return result;
      const masked = flow.contact.masked(proof.to);
      untold.current.push(({ onDone }) => onDone?.({ masked }));
      return result;
    },
  };
}
