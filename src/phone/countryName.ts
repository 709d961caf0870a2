import type { CountryCode } from './callingCodes.ts';

/** The country's name in a language, or its code where the browser knows no names. */
export function countryName(country: CountryCode, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country;
  } catch {
    return country;
  }
}
