import {
  type CountryCode,
  callingCodeOf,
  mainCountryOf,
  splitCallingCode,
} from './callingCodes.ts';
import { findNumber } from './numberText.ts';

/** What stands in a phone field: the text as typed, and the country beside it. */
export interface TypedPhone {
  text: string;
  country: CountryCode;
}

/**
 * The field after its text has changed. The country follows a calling code in the text;
 * a number that arrives at once, by paste or autofill, gives its calling code to the button and keeps the rest.
 */
export function editText(before: TypedPhone, text: string): TypedPhone {
  const country = countryOf(text, before.country);
  const arrivedAtOnce = Math.abs(text.length - before.text.length) > 1;
  return { text: arrivedAtOnce ? withoutCallingCode(text) : text, country };
}

/** The field after a country was picked: a calling code in the text gives way, the digits after it stay. */
export function pickCountry(before: TypedPhone, country: CountryCode): TypedPhone {
  return { text: withoutCallingCode(before.text), country };
}

/**
 * The country that a text is about: the chosen one, unless the text itself carries another calling code.
 * A calling code shared by several countries never changes the choice among them.
 */
export function countryOf(text: string, chosen: CountryCode): CountryCode {
  const found = findNumber(text);
  if ('problem' in found || !found.isInternational) return chosen;
  const callingCode = splitCallingCode(found.digits)?.callingCode;
  if (!callingCode || callingCode === callingCodeOf(chosen)) return chosen;
  return mainCountryOf(callingCode);
}

function withoutCallingCode(text: string): string {
  const found = findNumber(text);
  if ('problem' in found || !found.isInternational) return text;
  return splitCallingCode(found.digits)?.rest ?? text;
}
