import { toPlainText } from './digits.ts';

/** Longest text that is read as a number; more is somebody's clipboard, not a phone number. */
export const MAX_LENGTH = 64;
/**
 * What people and formats put between the digits of one number, for a character class: spaces, brackets, Switzerland's
 * apostrophes, and what looks like a hyphen or a dot in some script or on some keyboard.
 */
export const BETWEEN_DIGITS = "\\s().\\-‐-―−ー־·・'’";
/** Fewer digits in one piece are a house number or an extension, not a phone number. */
const MIN_DIGITS = 5;

const PIECE = new RegExp(`\\+?\\(?\\d[\\d${BETWEEN_DIGITS}_/]*`, 'g');
const EXTENSION =
  /(?:;?ext(?:ension|n)?[.=:]?|\bx\.?|#|分机|分機|内线|內線|转|轉|доб\.?|durchwahl|poste)\s*(\d+)\s*$/i;
/** As telephones keep what they dial after a pause. */
const AFTER_PAUSE = /^[^,;]*\d[,;pw]\s*(\d+)$/i;
/** A calling code apart from its number. */
const LONE_CODE = /^\s*(?:\+|00(?=\d))([\d\s()/]+)$/;
const MAX_CODE_DIGITS = 4;
/** What comes behind it in brackets is a note: no area code is that late. */
const BEGINNING = /^(?:\D*\d){7}/;
/** Somebody's opening hours, which look like more digits of the number. */
const HOURS = /\D\d{1,2}\s?(?:h|hrs?|hours?|uhr|[ap]m|ч|час\p{L}*|[时時点點]|小[时時])(?!\p{L})/iu;

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
    // A calling code, or the name of a network that is nowhere else (RFC 3966, 5.1.5).
    .replace(/;phone-context=(?:(\+[\d.()-]+)|[^;]*)/i, ' $1');
  if (plain === '') return { problem: 'empty' };
  if (/^\d+$/.test(plain)) return digitsIn(plain);

  const extension = extensionOf(plain);
  if (extension) return { problem: extension.length >= 7 ? 'severalNumbers' : 'extension' };

  // "(+86)" and "++86" are how some address books write "+86".
  const tidy = plain.replace(/\(\s*\+\s*(\d+)\s*\)/g, '+$1').replace(/\+[\s+(]*(?=\d)/g, '+');
  const beginning = BEGINNING.exec(tidy)?.[0] ?? tidy;
  const [rest = '', ...notes] = tidy.slice(beginning.length).split('(');
  const main = beginning + rest;
  const pieces = [main, ...notes].flatMap((part) => part.match(PIECE) ?? []);
  const codes = pieces.filter(isLoneCode);
  const numbers = pieces
    .filter((piece) => !codes.includes(piece))
    .map(digitsIn)
    .filter(({ digits }) => digits.length >= MIN_DIGITS);
  const [number] = numbers;
  if (!number) {
    // A number that is still being typed is short, and nothing but digits and punctuation.
    return pieces.length === 1 && !/\p{L}/u.test(tidy) ? digitsIn(tidy) : { problem: 'notANumber' };
  }
  const [code] = codes;
  const hasOneCode = code === undefined || (codes.length === 1 && !number.isInternational);
  if (numbers.length > 1 || !hasOneCode || splitsInTwo(main) || HOURS.test(rest)) {
    return { problem: 'severalNumbers' };
  }
  return code ? { digits: codeIn(code) + number.digits, isInternational: true } : number;
}

function extensionOf(text: string): string | undefined {
  const named = EXTENSION.exec(text);
  // A word before the only number is what it is called, not what comes after it.
  if (named && /\d/.test(text.slice(0, named.index))) return named[1];
  return AFTER_PAUSE.exec(text)?.[1];
}

function isLoneCode(piece: string): boolean {
  return LONE_CODE.test(piece) && codeIn(piece).length <= MAX_CODE_DIGITS;
}

function codeIn(piece: string): string {
  return digitsIn(LONE_CODE.exec(piece)?.[1] ?? '').digits;
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
