import { readCode } from '../src/account/readCode.ts';
import type { StepView } from './CodeStep.tsx';

const USUAL_DIGITS = 6;

/** The codes that went on by themselves, for each message. */
const submitted = new WeakMap<object, Set<string>>();

/** Whether a code is to be submitted without a gesture: where the host wants that, complete, and never twice for one message. */
export function goesOnByItself(view: StepView, text: string): boolean {
  const { form, contact, fixedTo, options, rules, progress, running } = view;
  const { sent } = progress;
  if (!options.autoSubmit || running || !sent) return false;
  // As it stands now: what is rendered follows the field by a frame.
  if (sent.to !== (fixedTo ?? contact.read(form.getValues(), rules).to)) return false;
  const { code } = readCode(text, rules.codeLength ?? USUAL_DIGITS);
  const codes = submitted.get(sent) ?? new Set();
  if (!code || codes.has(code)) return false;
  submitted.set(sent, codes.add(code));
  return true;
}
