import { sameAtEnd, sameAtStart } from './sameEnds.ts';
import type { TypedPhone } from './typedPhone.ts';

interface Edit {
  before: TypedPhone;
  after: TypedPhone;
}

/** Undo and redo. A browser's own are of no use where each of its edits is written anew. */
export interface EditHistory {
  /** Keys typed one after the other, and one behind the other, are one edit. */
  note: (edit: Edit, isKey: boolean) => void;
  /** The field was left meanwhile. */
  pause: () => void;
  /** What stood there before the last edit, or `undefined` when there was none. */
  undo: (now: TypedPhone) => TypedPhone | undefined;
  redo: (now: TypedPhone) => TypedPhone | undefined;
}

const MAX_EDITS = 100;

export function createEditHistory(): EditHistory {
  let done: Edit[] = [];
  let undone: Edit[] = [];
  /** Where the next key goes on from the last one. */
  let next: number | undefined;

  return {
    note({ before, after }, isKey) {
      if (before.text === after.text && before.country === after.country) return;
      undone = [];
      const last = done.at(-1);
      const start = sameAtStart(before.text, after.text);
      const goesOn = isKey && start === next && last?.after.text === before.text;
      if (goesOn) last.after = after;
      else done = [...done, { before, after }].slice(-MAX_EDITS);
      next = isKey ? start + 1 : undefined;
    },
    pause() {
      next = undefined;
    },
    undo(now) {
      const edit = done.pop();
      if (!edit) return undefined;
      next = undefined;
      // What became of the edit: a pasted number is shown as it will be sent.
      undone.push({ before: edit.before, after: now });
      return restored(edit.before, edit.after, now);
    },
    redo(now) {
      const edit = undone.pop();
      if (!edit) return undefined;
      done.push({ before: now, after: edit.after });
      return restored(edit.after, edit.before, now);
    },
  };
}

/** A country that was picked since then stays; one that came with the text goes with it. */
function restored(wanted: TypedPhone, other: TypedPhone, now: TypedPhone): TypedPhone {
  const wasPicked = now.text === other.text && now.country !== other.country;
  return wasPicked ? { ...wanted, country: now.country } : wanted;
}

/** Where in a text that ends which is not in another. */
export function endOfChange(text: string, other: string): number {
  return text.length - sameAtEnd(text, other);
}
