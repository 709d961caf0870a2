import { Metadata, PhoneNumber, parsePhoneNumberWithError } from 'libphonenumber-js/core/es6';
import metadata from 'libphonenumber-js/max/metadata';
import { type CountryCode, callingCodeOf, MAX_E164_DIGITS } from './callingCodes.ts';
import type { Phone, PhoneProblem, PhoneReading } from './readPhone.ts';

/** Numbering plans of the world. Large, so a chunk of its own. */
export interface PhonePlans {
  /** Reads digits without a calling code as a number of the country. */
  readNational(digits: string, country: CountryCode): PhoneReading;
  /** Reads digits after a calling code; `country` is one of those that share it. */
  readInternational(rest: string, country: CountryCode): PhoneReading;
  /** Whether the country has such a number; some countries of one calling code share theirs. */
  has(e164: string, country: CountryCode): boolean;
  /** What is dialled inside the country before a number of another area; empty where there is no such thing. */
  trunkPrefixOf(country: CountryCode): string;
}

export const phonePlans: PhonePlans = {
  readNational(digits, country) {
    const number = parse(withoutFormerPrefix(digits, country), country);
    if (number?.countryCallingCode === callingCodeOf(country))
      return judge(number, digits, country);
    // The country's own exit code may have been meant, or may have eaten digits of a number that is national all the same.
    const abroad = number && judge(number, digits, country);
    const national = phonePlans.readInternational(digits, country);
    const isOffered =
      abroad?.phone && !abroad.problem && (national.problem || digits.startsWith('00'));
    return isOffered ? { ...national, suggestion: abroad.phone } : national;
  },
  readInternational(rest, country) {
    const number = parse(
      `+${callingCodeOf(country)}${withoutFormerPrefix(rest, country)}`,
      country,
    );
    return number
      ? judge(number, rest, country)
      : { problem: wrongLength(rest, country) ?? { kind: 'notANumber' } };
  },
  has(e164, country) {
    const number = new PhoneNumber(e164, metadata);
    number.country = country;
    return number.isValid();
  },
  trunkPrefixOf: (country) => planOf(country)?.nationalPrefix() || '',
};

function parse(text: string, defaultCountry: CountryCode): PhoneNumber | undefined {
  try {
    return parsePhoneNumberWithError(text, { defaultCountry, extract: false }, metadata);
  } catch {
    return undefined;
  }
}

// Given up in 2019, 2009 and 2020; address books go on having them.
const FORMER_PREFIX: Partial<Record<CountryCode, RegExp>> = {
  MX: /^(?:01|044|045)(?=\d{10}$)/,
  UA: /^8(?=0\d{9}$)/,
  UZ: /^8(?=\d{9}$)/,
};

function withoutFormerPrefix(digits: string, country: CountryCode): string {
  const prefix = FORMER_PREFIX[country];
  return prefix ? digits.replace(prefix, '') : digits;
}

function judge(number: PhoneNumber, digits: string, chosen: CountryCode): PhoneReading {
  const country = number.country ?? chosen;
  const phone = {
    e164: number.number,
    callingCode: number.countryCallingCode,
    nationalNumber: number.nationalNumber,
    country,
  };
  const long = phone.e164.length - 1 - MAX_E164_DIGITS;
  if (long > 0) return { problem: { kind: 'tooLong', by: long } };
  const type = number.getType();
  if (type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE') return { phone };
  if (!type) {
    // A trunk prefix that the library left on, as it does with what is no number, would count as a digit of it.
    const isLeftOn = phone.nationalNumber === digits;
    const trunkPrefix = isLeftOn ? phonePlans.trunkPrefixOf(country) : '';
    const problem = wrongLength(phone.nationalNumber, country, trunkPrefix);
    if (problem) return { problem: nearer(problem, wrongLength(digits, country)) };
    if (trunkPrefix && digits.startsWith(trunkPrefix))
      return phonePlans.readInternational(digits.slice(trunkPrefix.length), country);
  }
  const kind = type === 'FIXED_LINE' ? 'landline' : 'notMobile';
  return { phone, problem: { kind }, ...mobileBeside(phone) };
}

// Argentina writes its mobile numbers like landlines; only from abroad, and for messages, a 9 stands before them.
function mobileBeside({ country, nationalNumber }: Phone): { suggestion?: Phone } {
  if (country !== 'AR' || nationalNumber.startsWith('9')) return {};
  const { phone, problem } = phonePlans.readInternational(`9${nationalNumber}`, country);
  return phone && !problem ? { suggestion: phone } : {};
}

// The library's own length check takes the lengths of all kinds of number together,
// so that a mobile number one digit short often counts as possible.
function wrongLength(
  digits: string,
  country: CountryCode,
  trunkPrefix = phonePlans.trunkPrefixOf(country),
): PhoneProblem | undefined {
  const { length } = digits.startsWith(trunkPrefix) ? digits.slice(trunkPrefix.length) : digits;
  const lengths = mobileLengths(country);
  // Of two that are as near, the longer one is that of machines but where the shorter one is of former times.
  if (HAD_SHORTER_NUMBERS.has(country)) lengths.reverse();
  const nearest = lengths.reduce((best, possible) =>
    Math.abs(possible - length) < Math.abs(best - length) ? possible : best,
  );
  if (nearest === length) return undefined;
  return nearest > length
    ? { kind: 'tooShort', by: nearest - length }
    : { kind: 'tooLong', by: length - nearest };
}

// Of a number with a digit too many, the library may take the first ones for a carrier's.
function nearer(problem: PhoneProblem, other: PhoneProblem | undefined): PhoneProblem {
  return other && digitsOff(other) < digitsOff(problem) ? other : problem;
}

const digitsOff = (problem: PhoneProblem) => ('by' in problem ? problem.by : 0);

const HAD_SHORTER_NUMBERS: ReadonlySet<CountryCode> = new Set(['CD', 'LR', 'SB']);

/** Ascending. */
function mobileLengths(country: CountryCode): number[] {
  const plan = planOf(country);
  return [...(plan?.type('MOBILE')?.possibleLengths() ?? plan?.possibleLengths() ?? [])];
}

/** The part of the library's numbering plan that its types leave out. */
interface NumberingPlan {
  type(kind: 'MOBILE'): { possibleLengths(): number[] | undefined } | undefined;
  possibleLengths(): number[];
  /** 0, not "0", where there is none. */
  nationalPrefix(): string | 0 | undefined;
}

function planOf(country: CountryCode): NumberingPlan | undefined {
  const plans = new Metadata(metadata);
  plans.selectNumberingPlan(country);
  return plans.numberingPlan as NumberingPlan | undefined;
}
