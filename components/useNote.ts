import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react';
import type { ContactKind } from '../src/account/contact.ts';
import { contactsOfUser } from '../src/account/contactsOfUser.ts';
import type { User } from '../src/sdk/wire.ts';
import { type DoneWhat, wasDoneHere } from './DoneNote.tsx';

/** What a widget says was done; also what happened elsewhere to the contact that an open form was about. */
export function useNote(
  kind: ContactKind,
  user: User | undefined,
  current: string | undefined,
  isOpen: boolean,
): [DoneWhat | undefined, Dispatch<SetStateAction<DoneWhat | undefined>>] {
  const [note, setNote] = useState<DoneWhat>();
  const userId = user?.userId;
  const shown = useRef({ userId, current, isOpen });
  // After the form's own effects: a success of its own is told already.
  useEffect(() => {
    const before = shown.current;
    shown.current = { userId, current, isOpen };
    // Nothing of what one person did is there for the next.
    if (before.userId !== userId) return setNote(undefined);
    const contact = current ?? before.current;
    if (!before.isOpen || before.current === current || !contact) return;
    const masked = contactsOfUser[kind].masked(contact);
    const what = current ? 'appeared' : 'vanished';
    setNote((said) => (said && wasDoneHere(said) ? said : { what, masked }));
  }, [kind, userId, current, isOpen]);
  return [note, setNote];
}
