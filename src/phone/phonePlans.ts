import { Metadata, type PhoneNumber, parsePhoneNumberWithError } from 'libphonenumber-js/core/es6';
import metadata from 'libphonenumber-js/max/metadata';
import { type CountryCode, callingCodeOf } from './callingCodes.ts';
import type { PhoneProblem, PhoneReading } from './readPhone.ts';

/** Numbering plans of the world. Large, so a chunk of its own. */
export interface PhonePlans {
  /** Reads digits without a calling code as a number of the country. */
  readNational(digits: string, country: CountryCode): PhoneReading;
  /** Reads digits after a calling code; `country` is one of those that share it. */
  readInternational(rest: string, country: CountryCode): PhoneReading;
}

export const phonePlans: PhonePlans = {
  readNational(digits, country) {
    const number = parse(digits, country);
    // The plan's own international prefix may have eaten digits: then they are national all the same.
    const isOfCountry = number?.countryCallingCode === callingCodeOf(country);
    return isOfCountry ? judge(number, country) : phonePlans.readInternational(digits, country);
  },
  readInternational(rest, country) {
    const number = parse(`+${callingCodeOf(country)}${rest}`, country);
    return number
      ? judge(number, country)
      : { problem: wrongLength(rest.length, country) ?? { kind: 'notANumber' } };
  },
};

function parse(text: string, defaultCountry: CountryCode): PhoneNumber | undefined {
  try {
    return parsePhoneNumberWithError(text, { defaultCountry, extract: false }, metadata);
  } catch {
    return undefined;
  }
}

function judge(number: PhoneNumber, chosen: CountryCode): PhoneReading {
  const country = number.country ?? chosen;
  const phone = {
    e164: number.number,
    callingCode: number.countryCallingCode,
    nationalNumber: number.nationalNumber,
    country,
  };
  const type = number.getType();
  if (type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE') return { phone };
  if (type === 'FIXED_LINE') return { phone, problem: { kind: 'landline' } };
  const length = type ? undefined : wrongLength(phone.nationalNumber.length, country);
  return length ? { problem: length } : { phone, problem: { kind: 'notMobile' } };
}

// The library's own length check takes the lengths of all kinds of number together,
// so that a mobile number one digit short often counts as possible.
function wrongLength(length: number, country: CountryCode): PhoneProblem | undefined {
  const lengths = mobileLengths(country);
  if (lengths.includes(length)) return undefined;
  const next = lengths.find((possible) => possible > length);
  return next === undefined
    ? { kind: 'tooLong', by: length - Math.max(...lengths) }
    : { kind: 'tooShort', by: next - length };
}

function mobileLengths(country: CountryCode): number[] {
  const plans = new Metadata(metadata);
  plans.selectNumberingPlan(country);
  const plan = plans.numberingPlan as NumberingPlanOfKind | undefined;
  return plan?.type('MOBILE')?.possibleLengths() ?? plan?.possibleLengths() ?? [];
}

/** The part of the library's numbering plan that its types leave out. */
interface NumberingPlanOfKind {
  type(kind: 'MOBILE'): { possibleLengths(): number[] | undefined } | undefined;
  possibleLengths(): number[];
}
