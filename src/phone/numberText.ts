import { toPlainText } from './digits.ts';

/** Longest text that is read as a number; more is somebody's clipboard, not a phone number. */
const MAX_LENGTH = 64;
/**
 * What people and formats put between the digits of one number, for a character class: spaces, brackets, and what looks
 * like a hyphen or a dot in some script or on some keyboard.
 */
export const BETWEEN_DIGITS = '\\s().\\-‐-―−ー־·・';
/** Fewer digits in one piece are a house number or an extension, not a phone number. */
const MIN_DIGITS = 5;

const PIECE = new RegExp(`\\+?\\(?\\d[\\d${BETWEEN_DIGITS}_/]*`, 'g');
const EXTENSION =
  /(?:;?ext(?:ension|n)?[.=:]?|\bx\.?|#|分机|分機|内线|內線|转|轉|доб\.?|durchwahl|poste)\s*(\d+)\s*$/i;

/** What stands in a text: one number's digits, or why there is not exactly one. */
export type NumberText =
  | { digits: string; isInternational: boolean }
  | { problem: 'empty' | 'notANumber' | 'severalNumbers' | 'extension' };

/** Finds the one phone number in whatever people type or paste. Knows notation, not numbering plans. */
export function findNumber(text: string): NumberText {
  if (text.length > MAX_LENGTH) return { problem: 'notANumber' };
  const plain = toPlainText(text)
    .trim()
    .replace(/^tel:/i, '')
    .replace(/;phone-context=[^;]*/i, '');
  if (plain === '') return { problem: 'empty' };
  if (/^\d+$/.test(plain)) return digitsIn(plain);

  const extension = EXTENSION.exec(plain);
  // A word before the only number is what it is called, not what comes after it.
  if (extension && /\d/.test(plain.slice(0, extension.index))) {
    const isSecondNumber = (extension[1]?.length ?? 0) >= 7;
    return { problem: isSecondNumber ? 'severalNumbers' : 'extension' };
  }

  // "(+86)" and "++86" are how some address books write "+86".
  const tidy = plain.replace(/\(\s*\+\s*(\d+)\s*\)/g, '+$1').replace(/\+[\s+(]*(?=\d)/g, '+');
  const pieces = tidy.match(PIECE) ?? [];
  const numbers = pieces.map(digitsIn).filter((piece) => piece.digits.length >= MIN_DIGITS);
  const [number] = numbers;
  if (!number) {
    // A number that is still being typed is short, and nothing but digits and punctuation.
    return pieces.length === 1 && !/\p{L}/u.test(tidy) ? digitsIn(tidy) : { problem: 'notANumber' };
  }
  if (numbers.length > 1) return { problem: 'severalNumbers' };
  return splitsInTwo(tidy) ? { problem: 'severalNumbers' } : number;
}

function digitsIn(piece: string) {
  return { digits: piece.replace(/\D/g, ''), isInternational: piece.includes('+') };
}

// Separators that also occur inside one number ("0172/5555555") tell two apart only when both sides are long.
function splitsInTwo(text: string): boolean {
  const sides = text
    .split(/[/・ー−\n\t]| {2,}/)
    .filter((side) => side.replace(/\D/g, '').length >= 7);
  if (sides.length > 1) return true;
  return /\s/.test(text) && text.replace(/\D/g, '').length > 17;
}
