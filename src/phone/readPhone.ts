import {
  type CountryCode,
  callingCodeOf,
  MAX_E164_DIGITS,
  mainCountryOf,
  splitCallingCode,
} from './callingCodes.ts';
import { findNumber } from './numberText.ts';
import type { PhoneEngine } from './phoneEngine.ts';
import { withoutTrunkPrefix } from './trunkPrefix.ts';

/** A phone number that can be sent to. */
export interface Phone {
  /** `+` and digits. */
  e164: string;
  /** Digits only. */
  callingCode: string;
  /** Digits without calling code and trunk prefix. */
  nationalNumber: string;
  country: CountryCode;
}

/** Why a text cannot be, or may not be, a mobile number. `by` counts digits. */
export type PhoneProblem =
  | {
      kind:
        | 'empty'
        | 'notANumber'
        | 'severalNumbers'
        | 'extension'
        | 'unknownCallingCode'
        | 'countryNotAllowed'
        | 'landline'
        | 'notMobile';
    }
  | { kind: 'tooShort' | 'tooLong'; by: number };

/** A text, read. A phone with a problem is only advised against: numbering plans age, and the server has the last word. */
export type PhoneReading = (
  | { phone: Phone; problem?: PhoneProblem }
  | { phone?: undefined; problem: PhoneProblem }
) & {
  /** What a text may mean that has a problem: with a calling code after an exit code or without `+`, or as a mobile number. */
  suggestion?: Phone;
};

/**
 * Reads any text as a phone number, with `country` for numbers without a calling code.
 * Without the engine, which loads lazily and may never arrive, only what cannot be a number at all is refused.
 * With `allowed`, numbers of other countries are refused.
 */
export function readPhone(
  text: string,
  country: CountryCode,
  engine?: PhoneEngine,
  allowed?: readonly CountryCode[],
): PhoneReading {
  const reading = readOnce(text, country, engine);
  // By the number, not by the button: a country that is not allowed can also be typed, pasted or autofilled.
  if (!allowed) return reading;
  const { suggestion, ...rest } = reading;
  // Only the engine can tell apart the countries of one calling code; without it, any of them may be meant.
  const isAllowed = ({ country: its, callingCode, e164 }: Phone) =>
    allowed.some(
      (one) =>
        one === its || (callingCodeOf(one) === callingCode && (!engine || engine.has(e164, one))),
    );
  if (reading.phone && !isAllowed(reading.phone)) return { problem: { kind: 'countryNotAllowed' } };
  return suggestion && !isAllowed(suggestion) ? rest : reading;
}

let last:
  | { text: string; country: CountryCode; engine: unknown; reading: PhoneReading }
  | undefined;

/** All parts of a form read the same text, one after the other. */
function readOnce(text: string, country: CountryCode, engine?: PhoneEngine): PhoneReading {
  if (last?.text !== text || last.country !== country || last.engine !== engine) {
    last = { text, country, engine, reading: readAnyPhone(text, country, engine) };
  }
  return last.reading;
}

function readAnyPhone(text: string, country: CountryCode, engine?: PhoneEngine): PhoneReading {
  const found = findNumber(text);
  if ('problem' in found) return { problem: { kind: found.problem } };
  const { digits, isInternational, withoutEnding, withoutCode } = found;
  const read = isInternational ? readInternational : readDigits;
  /** Only the numbering plans tell whether something else is a sound number, too. */
  const readSound = (other: string | undefined) => {
    const reading = engine && other !== undefined ? read(other, country, engine) : undefined;
    return reading?.problem ? undefined : reading;
  };
  if (readSound(withoutEnding)) return { problem: { kind: 'severalNumbers' } };
  const reading = read(digits, country, engine);
  const other = reading.problem && readSound(withoutCode);
  if (other) return other;
  if (reading.problem?.kind !== 'unknownCallingCode') return reading;
  // "+8 912…": what is dialled inside Russia.
  return withGuess(reading, engine?.readNational(digits, country));
}

/** Reads digits without a plus. */
function readDigits(digits: string, country: CountryCode, engine?: PhoneEngine): PhoneReading {
  if (/^00(?!0)/.test(digits)) return readAfterZeros(digits, country, engine);
  const national = readNational(digits, country, engine);
  // An own calling code without "+" comes from address books and autofill.
  if (national.problem && digits.startsWith(callingCodeOf(country))) {
    const reading = readInternational(digits, country, engine);
    if (reading.phone && !reading.problem) return reading;
  }
  if (!engine || !national.problem || national.suggestion) return national;
  const isTooLong = national.problem.kind === 'tooLong';
  // Russia's trunk prefix begins calling codes, too: what is no longer than a number of the country is one.
  const trunkPrefix = engine.trunkPrefixOf(country);
  const isOfCountry = !isTooLong && trunkPrefix !== '' && digits.startsWith(trunkPrefix);
  // Another country's calling code is only a guess, so it is offered, not taken.
  const guess = isOfCountry ? undefined : readInternational(digits, country, engine);
  if (guess?.phone && !guess.problem && isAllOf(guess.phone, digits)) {
    return { ...national, suggestion: guess.phone };
  }
  if (isTooLong && isTwoNumbers(digits, country, engine)) {
    return { problem: { kind: 'severalNumbers' } };
  }
  return isAfterZero(digits, national)
    ? withGuess(national, readDigits(digits.replace(/^0+/, ''), country, engine))
    : national;
}

/** Whether a zero is one by habit: before a calling code, or where numbers have none. */
function isAfterZero(digits: string, { problem }: PhoneReading): boolean {
  return problem?.kind === 'tooLong' && digits.startsWith('0');
}

/** A reading that offers what another, if it is sound, says. */
function withGuess(reading: PhoneReading, guess: PhoneReading | undefined): PhoneReading {
  return guess?.phone && !guess.problem ? { ...reading, suggestion: guess.phone } : reading;
}

/** "00" is how most keypads write "+". */
function readAfterZeros(
  digits: string,
  country: CountryCode,
  engine: PhoneEngine | undefined,
): PhoneReading {
  const reading = readInternational(digits.slice(2), country, engine);
  if (!engine || !reading.problem) return reading;
  const national = engine.readNational(digits, country);
  // Tajikistan has numbers that begin so.
  if (!national.problem && national.phone?.nationalNumber === digits) return national;
  // Longer exit codes begin so, too: Australia's 0011, Indonesia's 008.
  const dialled = national.suggestion ?? national.phone;
  return dialled && digits.endsWith(dialled.e164.slice(1))
    ? { ...reading, suggestion: dialled }
    : reading;
}

/** Whether a reading leaves out no digit but a trunk zero after the calling code, as in "44 (0)7400 123456". */
function isAllOf({ callingCode, nationalNumber }: Phone, digits: string): boolean {
  return [callingCode, `${callingCode}0`].some((start) => start + nationalNumber === digits);
}

function isTwoNumbers(digits: string, country: CountryCode, engine: PhoneEngine): boolean {
  const half = digits.length / 2;
  return [digits.slice(0, half), digits.slice(half)].every(
    (side) => side.length === half && !engine.readNational(side, country).problem,
  );
}

function readInternational(
  digits: string,
  chosen: CountryCode,
  engine: PhoneEngine | undefined,
): PhoneReading {
  const split = splitCallingCode(digits);
  if (!split) return { problem: { kind: 'unknownCallingCode' } };
  const { callingCode, rest } = split;
  const country = callingCodeOf(chosen) === callingCode ? chosen : mainCountryOf(callingCode);
  if (!engine) return readWithoutEngine(rest, country);
  const reading = engine.readInternational(rest, country);
  return isAfterZero(rest, reading)
    ? withGuess(reading, engine.readInternational(rest.slice(1), country))
    : reading;
}

function readNational(
  digits: string,
  country: CountryCode,
  engine: PhoneEngine | undefined,
): PhoneReading {
  if (engine) return engine.readNational(digits, country);
  const callingCode = callingCodeOf(country);
  const isInternational = digits.length > MAX_NATIONAL_DIGITS && digits.startsWith(callingCode);
  return readWithoutEngine(isInternational ? digits.slice(callingCode.length) : digits, country);
}

const MIN_DIGITS = 4;
/** What is longer, and begins like the country's calling code, hardly ever is a number without it. */
const MAX_NATIONAL_DIGITS = 11;

function readWithoutEngine(digits: string, country: CountryCode): PhoneReading {
  const callingCode = callingCodeOf(country);
  const nationalNumber = withoutTrunkPrefix(digits, callingCode);
  const short = MIN_DIGITS - nationalNumber.length;
  if (short > 0) return { problem: { kind: 'tooShort', by: short } };
  const long = callingCode.length + nationalNumber.length - MAX_E164_DIGITS;
  if (long > 0) return { problem: { kind: 'tooLong', by: long } };
  return {
    phone: { e164: `+${callingCode}${nationalNumber}`, callingCode, nationalNumber, country },
  };
}
