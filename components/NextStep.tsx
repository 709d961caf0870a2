import { callHost } from '../src/account/callHost.ts';
import type { ShownFailure } from '../src/account/codeSteps.ts';
import type { ProblemKind } from '../src/account/problem.ts';
import { type NextStep as Helps, nextStepOf } from '../src/account/problemTable.ts';
import { useFlowMessages } from '../src/account/useFlowMessages.ts';
import { Button } from './Button.tsx';
import type { StepView } from './CodeStep.tsx';

/** What helps, but may be beyond what the person can do here. */
const BEYOND: readonly (Helps | undefined)[] = [
  'contactAdmin',
  'addSignIn',
  'changeInstead',
  'startOver',
  'reload',
  'verifyOld',
];
/** Another contact would do, but who has only this one needs help. */
const ONLY_ANOTHER: readonly ProblemKind[] = ['phoneTaken', 'emailTaken', 'countryUnsupported'];

/** The host's help, where the form itself may know no way on; the case names no person, contact or code. */
export function NextStep({ progress: { failure }, send, hooks, operation }: StepView) {
  const messages = useFlowMessages();
  const { onNeedHelp } = hooks;
  const reason = reasonOf(failure) ?? (send?.isExhausted ? 'noMoreCodes' : undefined);
  if (!onNeedHelp || !reason) return null;
  const { requestId, apiCode } = failure?.error ?? {};
  const need = {
    reason,
    operation,
    ...(requestId !== undefined && { requestId }),
    ...(apiCode !== undefined && { apiCode }),
  };
  return <Button onPress={() => callHost(() => onNeedHelp(need))}>{messages.getHelp}</Button>;
}

function reasonOf(failure: ShownFailure | undefined): ProblemKind | undefined {
  if (!failure) return undefined;
  const { kind } = failure;
  if (kind === 'framed') return kind;
  return BEYOND.includes(nextStepOf(kind)) || ONLY_ANOTHER.includes(kind) ? kind : undefined;
}
