import { getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { allCountries } from './callingCodes.ts';

/** Every country with a mobile number of its own. */
export const world = allCountries().flatMap((country) => {
  const example = getExampleNumber(country, examples);
  return example ? [{ country, example }] : [];
});

/** A text as East Asian keyboards write it. */
export function toFullWidth(text: string): string {
  return text.replace(/[!-~]/g, (sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0),
  );
}
