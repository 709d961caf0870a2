import { type CountryKeys, countryKeys, type NameKey } from './countryKeys.ts';
import type { ListedCountry } from './countryList.ts';
import { foldWords } from './countryText.ts';

const NOT_FOUND = Number.POSITIVE_INFINITY;

/** The countries that a query finds, best first; those equally good stay in the order of the list. */
export function searchCountries(
  countries: readonly ListedCountry[],
  query: string,
): readonly ListedCountry[] {
  const wanted = foldWords(query).replace(/^the (?=.)/, '');
  const digits = wanted.replace(/\D/g, '').replace(/^0+/, '');
  const words = wanted.replace(/[\d+]+/g, ' ').trim();
  if (words === '' && digits === '') return countries;
  const joined = words.replaceAll(' ', '');
  const found: { country: ListedCountry; rank: number }[] = [];
  for (const { country, keys, everyName } of indexOf(countries)) {
    if (!everyName.includes(joined)) continue;
    // Both, as in the "China +86" that an option is called.
    const rank =
      (digits === '' ? 0 : rankOfCode(keys, country.isPreferred, digits)) +
      (words === '' ? 0 : rankOfWords(keys, [words, joined]));
    if (rank < NOT_FOUND) found.push({ country, rank });
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ country }) => country);
}

/** Builds ahead of the first search what a search needs, its machine code too. */
export function prepareSearch(countries: readonly ListedCountry[]): void {
  if (indexes.has(countries)) return;
  for (const query of ['a', 'an', '1']) searchCountries(countries, query);
}

interface Entry {
  country: ListedCountry;
  keys: CountryKeys;
  /** To pass over at once what no word is found in. */
  everyName: string;
}

const indexes = new WeakMap<readonly ListedCountry[], Entry[]>();

function indexOf(countries: readonly ListedCountry[]): Entry[] {
  const index = indexes.get(countries) ?? countries.map(toEntry);
  indexes.set(countries, index);
  return index;
}

function toEntry(country: ListedCountry): Entry {
  const keys = countryKeys(country);
  const names = [...keys.names, ...keys.otherNames].map(([, joined]) => joined);
  return { country, keys, everyName: [keys.iso2, ...names].join('\n') };
}

/** Smaller is better: the code itself, one that it begins, and last one that begins a longer number. */
function rankOfCode(keys: CountryKeys, isPreferred: boolean, digits: string): number {
  const { callingCode, areaCodes, place } = keys;
  const amongEquals = isPreferred ? 0 : place + 1;
  if (callingCode === digits) return amongEquals;
  if (areaCodes.some((code) => digits.startsWith(code))) return 80;
  if (callingCode.startsWith(digits)) return 10 * callingCode.length + amongEquals;
  return digits.startsWith(callingCode) ? 90 + amongEquals : NOT_FOUND;
}

function rankOfWords({ iso2, names, otherNames }: CountryKeys, wanted: NameKey): number {
  if (iso2 === wanted[0]) return 0;
  return Math.min(bestRank(names, wanted), bestRank(otherNames, wanted) + 0.5);
}

function bestRank(names: readonly NameKey[], wanted: NameKey): number {
  let best = NOT_FOUND;
  for (const name of names) best = Math.min(best, rankOfName(name, wanted));
  return best;
}

/** The whole name, its beginning, a word's beginning, its beginning without spaces, any part. */
function rankOfName([words, joined]: NameKey, [wanted, wantedJoined]: NameKey): number {
  if (!joined.includes(wantedJoined)) return NOT_FOUND;
  if (joined === wantedJoined) return 1;
  if (words.startsWith(wanted)) return 2;
  if (words.includes(` ${wanted}`)) return 3;
  return joined.startsWith(wantedJoined) ? 4 : 5;
}
