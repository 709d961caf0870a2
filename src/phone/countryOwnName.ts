import type { CountryCode } from './callingCodes.ts';
import { countryName } from './countryName.ts';

/** The country's name in its main language, as far as the browser knows it. */
export function ownCountryName(country: CountryCode): string {
  const { language, script } = new Intl.Locale(`und-${country}`).maximize();
  return countryName(country, `${language}-${script}`);
}
