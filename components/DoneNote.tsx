import { useContactMessages } from '../src/account/useContactMessages.ts';
import type { Done } from './ContactWidgetProps.ts';
import type { PresentContactUi } from './contactUi.ts';
import { unbroken } from './unbroken.ts';

/** What was done to a contact: here, or meanwhile by another tab or device. */
export interface DoneWhat extends Done {
  what: 'bound' | 'changed' | 'unbound' | 'appeared' | 'vanished';
}

interface DoneNoteProps {
  ui: PresentContactUi;
  done: DoneWhat | undefined;
}

/** Says in the end what was done, also once the form that did it is gone. */
export function DoneNote({ ui, done }: DoneNoteProps) {
  return (
    <p
      className="genauth-status genauth-note"
      role="status"
      data-bound={(done && wasDoneHere(done)) || undefined}
      translate="no"
    >
      <Words ui={ui} done={done} />
    </p>
  );
}

export function wasDoneHere({ what }: DoneWhat): boolean {
  return what !== 'appeared' && what !== 'vanished';
}

function Words({ ui, done }: DoneNoteProps) {
  const messages = useContactMessages();
  if (!done) return null;
  const { what } = done;
  const masked = unbroken(done.masked);
  if (what === 'appeared' || what === 'vanished') return messages[what](masked);
  return ui.flowModule.now()?.doneText(messages, ui.words[what], masked);
}
