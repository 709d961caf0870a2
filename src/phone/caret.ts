const [ZERO, NINE, PLUS] = [0x30, 0x39, 0x2b];

/** How many digits and plus signs stand left of a position: what a caret keeps when the text is formatted anew. */
export function countLeft(text: string, position: number): number {
  const end = Math.min(position, text.length);
  let count = 0;
  for (let i = 0; i < end; i++) if (isCounted(text, i)) count++;
  return count;
}

function isCounted(text: string, position: number): boolean {
  const unit = text.charCodeAt(position);
  return (unit >= ZERO && unit <= NINE) || unit === PLUS;
}

/** Where the caret belongs: right behind so many digits and plus signs, or, past any punctuation, in front of the next. */
export interface Caret {
  count: number;
  /** As Delete leaves it. */
  beforeNext: boolean;
}

/** The position of a caret in a text; the end, when no digit follows. */
export function positionAfter(text: string, { count, beforeNext }: Caret): number {
  if (count >= countLeft(text, text.length)) return text.length;
  let seen = 0;
  for (let position = 0; position < text.length; position++) {
    const isDigit = isCounted(text, position);
    if (seen === count && (isDigit || !beforeNext)) return position;
    if (isDigit) seen++;
  }
  return text.length;
}

/** A text without the digit, or the group of digits, next to a position in the direction of the key, and the position after that. */
export function withoutNeighbour(
  text: string,
  position: number,
  direction: 'backward' | 'forward',
  extent: 'digit' | 'group',
): { text: string; position: number } {
  const left = text.slice(0, position);
  const right = text.slice(position);
  if (direction === 'forward') {
    return { text: left + right.replace(extent === 'digit' ? /[+\d]/ : /[+\d]+/, ''), position };
  }
  const end = left.search(/[^+\d]*$/);
  if (end === 0) return { text, position };
  const start = extent === 'digit' ? end - 1 : left.slice(0, end).search(/[+\d]+$/);
  return { text: text.slice(0, start) + text.slice(end), position: start };
}
