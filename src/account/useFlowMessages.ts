import type { Messages } from '../i18n/en.ts';
import { enFlow, type FlowMessages } from '../i18n/enFlow.ts';
import { useMessages } from './AccountContext.ts';

const complete = new WeakMap<Messages, Messages & FlowMessages>();

/** The words of what comes after the first paint; what a catalogue lacks is said in English. */
export function useFlowMessages(): Messages & FlowMessages {
  const messages = useMessages();
  const known = complete.get(messages) ?? { ...enFlow, ...messages };
  complete.set(messages, known);
  return known;
}
