import { type Caret, countLeft, withoutNeighbour } from './caret.ts';
import { MAX_LENGTH } from './numberText.ts';
import type { PhoneEngine } from './phoneEngine.ts';
import { sameAtEnd, sameAtStart } from './sameEnds.ts';
import { editText, isDigits, type TypedPhone, viewOf } from './typedPhone.ts';

/** What a browser reports after an edit: its text, its caret, and how the text was changed. */
export interface ShownEdit {
  text: string;
  position: number;
  inputType?: string | undefined;
}

/** Input Events Level 2, 4.1.2. */
const DELETION = /^delete(Content|Word|SoftLine|HardLine)(Backward|Forward)$/;

/** A field after an edit of its view: `before` itself after a key that means nothing in a number, which is left out. */
export function editPhone(
  before: TypedPhone,
  edit: ShownEdit,
  engine: PhoneEngine | undefined,
): { value: TypedPhone; caret: Caret } {
  const view = viewOf(before, engine);
  // What is no number is kept as it comes, and never gone through.
  const isNumber = Math.max(view.length, edit.text.length) <= MAX_LENGTH;
  const [, extent, direction] = DELETION.exec(edit.inputType ?? '') ?? [];
  const isFormatted = isNumber && isDigits(before.text);
  const isPunctuation =
    isFormatted && edit.text.length < view.length && digits(edit.text) === digits(view);
  // Deleting what only the format put there would change nothing: the digit beside it is meant, or the group of digits.
  const { text, position } =
    direction && isPunctuation
      ? withoutNeighbour(
          edit.text,
          edit.position,
          direction === 'Forward' ? 'forward' : 'backward',
          extent === 'Content' ? 'digit' : 'group',
        )
      : edit;

  const came = isNumber ? cameIn(view, text) : 0;
  // Digits that only lost their groups came with the code that writes these.
  const value = editText(before, text, came > 1 && digits(text) !== digits(view));
  if (came === 1 && isFormatted && !isDigits(value.text)) {
    const count = countLeft(text, Math.max(0, position - 1));
    return { value: before, caret: { count, beforeNext: false } };
  }

  // Counted from the right, because a calling code may have left on the left.
  const right = countLeft(text, text.length) - countLeft(text, position);
  const count = Math.max(countLeft(viewOf(value, engine), Number.POSITIVE_INFINITY) - right, 0);
  return { value, caret: { count, beforeNext: direction === 'Forward' } };
}

/** How many characters are new, whatever they replaced. */
function cameIn(before: string, after: string): number {
  const left = sameAtStart(before, after);
  const right = sameAtEnd(before, after, Math.min(before.length, after.length) - left);
  return [...after.slice(left, after.length - right)].length;
}

function digits(text: string): string {
  return text.replace(/[^+\d]/g, '');
}
