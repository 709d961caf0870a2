import { useMessages } from '../src/account/AccountContext.ts';
import type { Problem } from '../src/account/problem.ts';
import { useLazyModule } from '../src/account/useLazyModule.ts';
import { useFlowModule } from './FlowContext.ts';

/** Puts problems into words. Only the flow makes problems, so that its words are there; if it could not be fetched, that is the problem. */
export function useProblemText(): (problem: Problem) => string {
  const messages = useMessages();
  const flow = useLazyModule(useFlowModule());
  return (problem) => flow?.problemText(messages, problem) ?? messages.serviceNotReached;
}
