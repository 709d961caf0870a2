import { arrivedAtOnce } from './arrivedAtOnce.ts';
import {
  type CountryCode,
  callingCodeOf,
  mainCountryOf,
  splitCallingCode,
} from './callingCodes.ts';
import { digitsOf, toPlainText } from './digits.ts';
import { BETWEEN_DIGITS, type FoundNumber, findNumber, MAX_LENGTH } from './numberText.ts';
import type { PhoneEngine } from './phoneEngine.ts';

/** What stands in a phone field. */
export interface TypedPhone {
  /** Digits, with a leading `+` if one was typed; or, verbatim, a text that is not just a number. */
  text: string;
  country: CountryCode;
  /** What was chosen before a calling code that is being typed: also the choice among those of its own calling code. */
  chosen?: CountryCode;
}

/**
 * The field after its text was edited. The country follows a calling code;
 * a number that arrives at once, by paste or autofill, gives its calling code to the button and keeps the rest.
 * So does one that was corrected in a text that had been kept. `isPiece`: it is known to have come so, also where the
 * text is no longer for it.
 */
export function editText(before: TypedPhone, shown: string, isPiece = false): TypedPhone {
  const chosen = before.chosen ?? before.country;
  const isKept = !isDigits(before.text);
  const isWhole = isPiece || isKept;
  // A kept text's space at either end is still to be deleted, by a key of its own.
  const isUnfinished = isKept && /^\s|\s$/.test(shown);
  const text = isUnfinished ? shown : rawOf(shown, before.text, isWhole);
  const split = splitText(text);
  const country = split ? countryWith(split.callingCode, chosen) : before.country;
  const isAtOnce = isPiece || (isKept ? isDigits(text) : arrivedAtOnce(before.text, text));
  if (isAtOnce && !isUnfinished) return { text: split?.rest ?? text, country };
  const isBeingTyped = text.startsWith('+') && country !== chosen;
  return isBeingTyped ? { text, country, chosen } : { text, country };
}

/** The field after a country was picked: a calling code in the text gives way, the digits after it stay. */
export function pickCountry(before: TypedPhone, country: CountryCode): TypedPhone {
  return { text: splitText(before.text)?.rest ?? before.text, country };
}

/** The field as it is shown: formatting is a view, never kept. */
export function viewOf({ text, country }: TypedPhone, engine: PhoneEngine | undefined): string {
  const isFormatted = text.length <= MAX_LENGTH && isDigits(text);
  return engine && isFormatted ? engine.format(text, country) : text;
}

/** Whether a text is digits only, so that it can be formatted and edited digit by digit. */
export function isDigits(text: string): boolean {
  return /^\+?\d*$/.test(text);
}

/**
 * The country that a text is about: the chosen one, unless the text itself carries another calling code.
 * A calling code shared by several countries never changes the choice among them.
 */
export function countryOf(text: string, chosen: CountryCode): CountryCode {
  const split = splitText(text);
  return split ? countryWith(split.callingCode, chosen) : chosen;
}

function countryWith(callingCode: string, chosen: CountryCode): CountryCode {
  return callingCode === callingCodeOf(chosen) ? chosen : mainCountryOf(callingCode);
}

const DIGITS_APART = new RegExp(`^[+\\d${BETWEEN_DIGITS}]*$`);

// What stands between digits carries nothing; anything else is for the person to correct.
function rawOf(shown: string, before: string, isWhole: boolean): string {
  if (shown.length > MAX_LENGTH) return shown;
  const plain = toPlainText(shown).trim();
  if (!DIGITS_APART.test(plain)) return shown;
  const raw = plain.replace(/[^+\d]/g, '');
  if (!isDigits(raw)) return shown;
  // Two numbers, or one and a note, do not come key by key: what is long then is one number with too many digits.
  const found = isWhole || arrivedAtOnce(before, raw) ? findNumber(plain) : undefined;
  if (!found) return raw;
  const isRead =
    'problem' in found
      ? found.problem !== 'severalNumbers'
      : found.digits === digitsOf(raw) && !isInDoubt(found);
  return isRead ? raw : shown;
}

/** The calling code that a text itself carries, and what follows it. */
function splitText(text: string): ReturnType<typeof splitCallingCode> {
  const found = findNumber(text);
  if ('problem' in found || !found.isInternational || isInDoubt(found)) return undefined;
  return splitCallingCode(found.digits);
}

/** What only the numbering plans can tell. */
function isInDoubt({ withoutEnding, withoutCode }: FoundNumber): boolean {
  return withoutEnding !== undefined || withoutCode !== undefined;
}
