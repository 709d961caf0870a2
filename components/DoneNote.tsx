import type { Messages } from '../src/i18n/en.ts';
import type { Done } from './ContactWidgetProps.ts';
import type { ContactUi } from './contactUi.ts';

/** What was done to a contact. */
export interface DoneWhat extends Done {
  what: 'bound' | 'changed' | 'unbound';
}

interface DoneNoteProps {
  ui: ContactUi;
  messages: Messages;
  done: DoneWhat | undefined;
}

/** Says in the end what was done, also once the form that did it is gone. */
export function DoneNote({ ui, messages, done }: DoneNoteProps) {
  const flow = ui.flowModule.now();
  return (
    <p
      className="genauth-status genauth-note"
      role="status"
      data-bound={done ? true : undefined}
      translate="no"
    >
      {done && flow?.doneText(messages, ui.words[done.what], done.masked)}
    </p>
  );
}
