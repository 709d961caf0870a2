import { useMessages } from './AccountContext.ts';
import { bindFlowModule } from './bindFlowModule.ts';
import type { Problem } from './problem.ts';
import { useLazyModule } from './useLazyModule.ts';

/** Puts problems into words. Only the flow makes problems, so that its words are there; if it could not be fetched, that is the problem. */
export function useProblemText(): (problem: Problem) => string {
  const messages = useMessages();
  const flow = useLazyModule(bindFlowModule);
  return (problem) => flow?.problemText(messages, problem) ?? messages.serviceNotReached;
}
