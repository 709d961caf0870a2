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
  'editPassword',
];
/** What helps only where there is a field for it. */
const IN_FIELD: readonly (Helps | undefined)[] = ['editNumber', 'editEmail'];
/** Another contact would do, but who has only this one needs help. */
const ONLY_ANOTHER: readonly ProblemKind[] = ['phoneTaken', 'emailTaken', 'countryUnsupported'];

/** The host's help, where the form itself may know no way on; the case names no person, contact or code. */
export function NextStep({ progress: { failure }, send, hooks, operation, fixedTo }: StepView) {
  const messages = useFlowMessages();
  const { onNeedHelp } = hooks;
  const reason = reasonOf(failure, fixedTo) ?? (send?.isExhausted ? 'noMoreCodes' : undefined);
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

function reasonOf(
  failure: ShownFailure | undefined,
  fixedTo: string | undefined,
): ProblemKind | undefined {
  if (!failure) return undefined;
  const { kind } = failure;
  if (kind === 'framed') return kind;
  const step = nextStepOf(kind);
  const isBeyond = BEYOND.includes(step) || (fixedTo !== undefined && IN_FIELD.includes(step));
  return isBeyond || ONLY_ANOTHER.includes(kind) ? kind : undefined;
}
