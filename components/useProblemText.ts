import { useMessages } from '../src/account/AccountContext.ts';
import type { Problem } from '../src/account/problem.ts';
import { useLazyModule } from '../src/account/useLazyModule.ts';
import { phoneFlowModule } from './phoneFlowModule.ts';

/** Puts problems into words. Only the flow makes problems, so that its words are there; if it could not be fetched, that is the problem. */
export function useProblemText(): (problem: Problem) => string {
  const messages = useMessages();
  const flow = useLazyModule(phoneFlowModule);
  return (problem) => flow?.problemText(messages, problem) ?? messages.serviceNotReached;
}
