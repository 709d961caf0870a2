import { splitCallingCode } from './callingCodes.ts';
import { tidyText } from './tidyText.ts';

/** Longest text that is read as a number; more is somebody's clipboard, not a phone number. */
export const MAX_LENGTH = 256;
/**
 * What people and formats put between the digits of one number, for a character class: spaces, brackets, Switzerland's
 * apostrophes, and what looks like a hyphen or a dot in some script or on some keyboard.
 */
export const BETWEEN_DIGITS = "\\s().\\-‐-―−ー־·・'’";
/** Fewer digits in one piece are a house number or an extension, not a phone number. */
const MIN_DIGITS = 5;

const PIECE = new RegExp(`\\+?\\(?\\d[\\d${BETWEEN_DIGITS}_/]*`, 'g');
const EXTENSION =
  /(?:;?ext(?:ension|n)?[.=:]?|[^a-z(]x\.?|(?:^|[^(])#|分机|分機|内线|內線|转|轉|доб\.?|durchwahl|\bdw[ .:]|\bkl(?:appe|\.)|\bint\.?|poste)\s*(\d+)[\s)]*$/i;
/** As telephones keep what they dial after a pause; what comes after a calling code is the number. */
const AFTER_PAUSE = /^(?!(?:\+|00)\d{1,3},)[^,;]*\d[,;pw]+\s*(\d+)#?$/i;
/** `86+138…`, `(86)+138…`, `+86+138…`; one digit is rather of a list. */
const CODE_BEFORE_PLUS = /(^|[^\da-z+(])(?:(?:\+|00)(\d{1,3})|(\d{2,3})|\((\d{2,3})\))\+(?=\d)/i;
/** A calling code apart from its number. */
const LONE_CODE = /^\s*(?:\+|00(?=\d))([\d\s()/]+)$/;
const MAX_CODE_DIGITS = 4;
/** More of them with spaces in between are two numbers. */
const MAX_SPACED_DIGITS = 17;
/** What comes behind it in brackets is a note: no area code is that late. */
const BEGINNING = /^(?:\D*\d){7}/;
/** Somebody's opening hours, which look like more digits of the number. */
const HOURS = /\D\d{1,2}\s?(?:h|hrs?|hours?|uhr|[ap]m|ч|час\p{L}*|[时時点點]|小[时時])(?!\p{L})/iu;
/** The last digits of a second number, hours again, or the next line: `1234567/8`, `1234567 - 68`, `1234567 24/7`. */
const OTHER_ENDING = /^((?:\D*\d){7,})\s*(?:\/|\s[-–]\s|\n)\s*\d{1,5}$/;
/** More of the same separator tells that it is one number's own. */
const IN_ONE_NUMBER = /\s[-–]\s.*\s[-–]\s|\/.*\/.*\//;
/** As spreadsheets show long numbers: its last digits are gone. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+?\d+$/i;

interface Digits {
  digits: string;
  isInternational: boolean;
}

/** The digits of one number, and how else they may be meant, which only numbering plans can tell. */
export interface FoundNumber extends Digits {
  /** Without a last group that may be of another number. */
  withoutEnding?: string;
  /** Without what stands before their plus, if that is no calling code. */
  withoutCode?: string;
}

/** What stands in a text: one number, or why there is not exactly one. */
export type NumberText =
  | FoundNumber
  | { problem: 'empty' | 'notANumber' | 'severalNumbers' | 'extension' };

/** Finds the one phone number in whatever people type or paste. Knows notation, not numbering plans. */
export function findNumber(text: string): NumberText {
  if (text.length > MAX_LENGTH) return { problem: 'notANumber' };
  // As it is after most keys.
  if (/^(?:\+(?!00))?\d+$/.test(text)) return digitsIn(text);
  const tidy = tidyText(text);
  if (tidy === '') return { problem: 'empty' };
  if (SCIENTIFIC.test(tidy)) return { problem: 'notANumber' };
  return withCodeBefore(tidy) ?? numberIn(tidy);
}

/** Reads a calling code that stands before the plus, and what it would be without. */
function withCodeBefore(tidy: string): NumberText | undefined {
  const [all = '', before = '', ...codes] = CODE_BEFORE_PLUS.exec(tidy) ?? [];
  const code = codes.find(Boolean);
  if (!code || splitCallingCode(code)?.rest !== '') return undefined;
  const number = numberIn(tidy.replace(all, `${before}+${code} `));
  const withoutCode = numberIn(tidy.replace(all, `${before}+`));
  if ('problem' in number || 'problem' in withoutCode) return undefined;
  return { ...number, withoutCode: withoutCode.digits };
}

function numberIn(tidy: string): NumberText {
  const extension = extensionOf(tidy);
  if (extension) return { problem: extension.length >= 7 ? 'severalNumbers' : 'extension' };

  const beginning = BEGINNING.exec(tidy)?.[0] ?? tidy;
  const [rest = '', ...notes] = tidy.slice(beginning.length).split('(');
  const pieces = [beginning + rest, ...notes].flatMap((part) => part.match(PIECE) ?? []);
  const codes = pieces.filter(isLoneCode);
  const [number, ...others] = pieces
    .filter((piece) => !codes.includes(piece))
    .flatMap(numbersIn)
    .filter(({ digits }) => digits.length >= MIN_DIGITS)
    .sort(wholeFirst);
  if (!number) {
    // A number that is still being typed is short, and nothing but digits and punctuation.
    return pieces.length === 1 && !/\p{L}/u.test(tidy) ? digitsIn(tidy) : { problem: 'notANumber' };
  }
  const [code = '', ...otherCodes] = codes.map(codeIn);
  const isItsCode =
    otherCodes.length === 0 && (!number.isInternational || number.digits.startsWith(code));
  const areSame = others.every((other) => isSame(number, other));
  if (!areSame || !isItsCode || HOURS.test(rest)) return { problem: 'severalNumbers' };
  const missing = number.isInternational ? '' : code;
  const [withoutEnding] = pieces.flatMap(beforeEnding);
  return {
    digits: missing + number.digits,
    isInternational: number.isInternational || missing !== '',
    ...(withoutEnding && { withoutEnding: missing + withoutEnding }),
  };
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

function digitsIn(piece: string): Digits {
  return { digits: piece.replace(/\D/g, ''), isInternational: piece.includes('+') };
}

/** What one piece holds. Separators that also occur inside one number ("0172/5555555") tell two apart only when both are long. */
function numbersIn(piece: string): Digits[] {
  const sides = piece.split(/[/・ー−\n\t]| {2,}/);
  if (sides.filter(isLong).length > 1) return wholeNumbers(sides).map(digitsIn);
  const text = piece.trim();
  const number = digitsIn(text);
  const isOne = number.digits.length <= MAX_SPACED_DIGITS || !/\s/.test(text);
  const middle = number.digits.length >> 1;
  return isOne
    ? [number]
    : [number.digits.slice(0, middle), number.digits.slice(middle)].map(digitsIn);
}

/** What is short is the beginning of what comes next. */
function wholeNumbers(sides: string[]): string[] {
  const numbers = [''];
  for (const side of sides) {
    const number = `${numbers.pop()} ${side}`;
    numbers.push(number, ...(isLong(number) ? [''] : []));
  }
  return numbers;
}

function beforeEnding(piece: string): string[] {
  const text = piece.trim();
  const [, before] = (!IN_ONE_NUMBER.test(text) && OTHER_ENDING.exec(text)) || [];
  return before ? [digitsIn(before).digits] : [];
}

/** Whether it may be a number by itself: what stands before an area code does not count. */
function isLong(side: string): boolean {
  const { digits } = digitsIn(side);
  const isInternational = /^\s*\(?(?:\+|00)/.test(side);
  const rest = isInternational && splitCallingCode(digits.replace(/^00/, ''))?.rest;
  return (rest || digits).length >= 7;
}

function wholeFirst(a: Digits, b: Digits): number {
  return Number(b.isInternational) - Number(a.isInternational) || b.digits.length - a.digits.length;
}

/** Whether a number is another once more, with or without its calling code and trunk zero. */
function isSame(whole: Digits, other: Digits): boolean {
  const digits = other.digits.replace(/^0+/, '');
  if (digits.length < 7 || !whole.digits.endsWith(digits)) return false;
  const before = whole.digits.slice(0, -digits.length).replace(/^00|0$/g, '');
  if (before === '') return true;
  return !other.isInternational && splitCallingCode(before)?.rest === '';
}
