import { withFlowMessages } from '../src/account/useFlowMessages.ts';
import type { Messages } from '../src/i18n/en.ts';
import type { DoneText } from './contactUi.ts';

/** What is said in the end. */
export function doneText(messages: Messages, name: DoneText, masked: string): string {
  return withFlowMessages(messages)[name](masked);
}
