import { allCountries, type CountryCode, callingCodeOf } from './callingCodes.ts';
import { countryName } from './countryName.ts';
import { digitsOf, toPlainText } from './digits.ts';

export interface ListedCountry {
  code: CountryCode;
  /** In the language shown. */
  name: string;
  /** All that it can be found by, folded. */
  keys: readonly string[];
}

/** Every country, named and sorted in a language. */
export function listCountries(locale: string): ListedCountry[] {
  const byName = new Intl.Collator(locale).compare;
  return allCountries()
    .map((code) => {
      const name = countryName(code, locale);
      return { code, name, keys: [name, countryName(code, 'en'), code].map(fold) };
    })
    .sort((a, b) => byName(a.name, b.name));
}

/** The countries that a query finds, best first: calling code, then whole names, beginnings, words, and parts. */
export function searchCountries(
  countries: readonly ListedCountry[],
  query: string,
): ListedCountry[] {
  const wanted = fold(query);
  if (wanted === '') return [...countries];
  const digits = digitsOf(wanted).replace(/^00/, '');
  const rank = (country: ListedCountry) =>
    digits ? rankByCode(country, digits) : rankByName(country, wanted);
  return countries
    .map((country) => ({ country, rank: rank(country) }))
    .filter((ranked) => ranked.rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank)
    .map(({ country }) => country);
}

function rankByCode({ code }: ListedCountry, digits: string): number {
  const callingCode = callingCodeOf(code);
  if (callingCode === digits) return 0;
  return callingCode.startsWith(digits) ? 1 : Number.POSITIVE_INFINITY;
}

function rankByName({ keys }: ListedCountry, wanted: string): number {
  const ranks = keys.map((key) => {
    if (key === wanted) return 0;
    if (key.startsWith(wanted)) return 1;
    if (key.includes(` ${wanted}`)) return 2;
    return key.includes(wanted) ? 3 : Number.POSITIVE_INFINITY;
  });
  return Math.min(...ranks);
}

// Case and accents are nothing that anyone should have to type.
function fold(text: string): string {
  return toPlainText(text.slice(0, 64))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim();
}
