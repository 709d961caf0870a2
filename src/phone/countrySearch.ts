import { type CountryKeys, countryKeys, type SearchText } from './countryKeys.ts';
import type { ListedCountry } from './countryList.ts';
import { foldWords } from './countryText.ts';

const NOT_FOUND = Number.POSITIVE_INFINITY;

/** A flag is its country's two letters, in regional indicator symbols (Unicode TR 51, 2.8). */
const FLAG_LETTERS = /[\u{1F1E6}-\u{1F1FF}]/gu;
const letterOfFlag = (symbol: string) =>
  String.fromCodePoint((symbol.codePointAt(0) ?? 0) - 0x1f1e6 + 97);

/** The countries that a query finds, best first; those equally good stay in the order of the list. */
export function searchCountries(
  countries: readonly ListedCountry[],
  query: string,
): readonly ListedCountry[] {
  const wanted = foldWords(query.replace(FLAG_LETTERS, letterOfFlag)).replace(/^the (?=.)/, '');
  if (wanted.length !== 1) return find(countries, wanted);
  const { results } = indexOf(countries);
  const known = results.get(wanted);
  if (known) return known;
  const found = find(countries, wanted);
  results.set(wanted, found);
  return found;
}

function find(countries: readonly ListedCountry[], wanted: string): readonly ListedCountry[] {
  const digits = wanted.replace(/\D/g, '').replace(/^0+/, '');
  const words = wanted.replace(/[\d+]+/g, ' ').trim();
  if (words === '' && digits === '') return countries;
  const phrase = { words, joined: words.replaceAll(' ', '') };
  const found: { country: ListedCountry; rank: number }[] = [];
  for (const { country, keys } of indexOf(countries).entries) {
    // Both, as in the "China +86" that an option is called.
    const rank =
      (digits === '' ? 0 : rankOfCode(keys, country.isPreferred, digits)) +
      (words === '' ? 0 : rankOfWords(keys, phrase));
    if (rank < NOT_FOUND) found.push({ country, rank });
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ country }) => country);
}

/** Builds ahead of the first search what a search needs, its machine code too. */
export function prepareSearch(countries: readonly ListedCountry[]): void {
  if (indexes.has(countries)) return;
  for (const query of ['a', 'an', '1']) searchCountries(countries, query);
}

/** Finds ahead what a first letter does, which has the whole list to go through. */
export function prepareFirstLetters(countries: readonly ListedCountry[]): void {
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') searchCountries(countries, letter);
}

interface Entry {
  country: ListedCountry;
  keys: CountryKeys;
}

interface Index {
  entries: readonly Entry[];
  /** What single characters find. */
  results: Map<string, readonly ListedCountry[]>;
}

const indexes = new WeakMap<readonly ListedCountry[], Index>();

function indexOf(countries: readonly ListedCountry[]): Index {
  const index = indexes.get(countries) ?? {
    entries: countries.map((country) => ({ country, keys: countryKeys(country) })),
    results: new Map(),
  };
  indexes.set(countries, index);
  return index;
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

function rankOfWords({ iso2, names, otherNames }: CountryKeys, phrase: SearchText): number {
  if (iso2 === phrase.words) return 0;
  return Math.min(rankAmong(names, phrase), rankAmongOthers(otherNames, phrase));
}

/**
 * Half a rank after the names that the list shows. Names in a script that it is not sorted by stand in no order, so that
 * what is missing of one counts: 美国 is closer to 美 than 美属萨摩亚 is.
 */
function rankAmongOthers(otherNames: SearchText, phrase: SearchText): number {
  const rank = rankAmong(otherNames, phrase) + 0.5;
  if (rank !== BEGINNING + 0.5 || /^[a-z]/.test(phrase.words)) return rank;
  const { words } = otherNames;
  const start = words.indexOf(`\n${phrase.words}`) + 1;
  const length = words.indexOf('\n', start) - start;
  return rank + Math.min(length, 49) / 100;
}

const BEGINNING = 2;

/** A whole name, one's beginning, a word's beginning, one's beginning without spaces, any part, all words in any order. */
function rankAmong({ words, joined }: SearchText, phrase: SearchText): number {
  if (!joined.includes(phrase.joined)) return rankInAnyOrder(words, phrase.words);
  if (joined.includes(`\n${phrase.joined}\n`)) return 1;
  if (words.includes(`\n${phrase.words}`)) return BEGINNING;
  if (words.includes(` ${phrase.words}`)) return 3;
  return joined.includes(`\n${phrase.joined}`) ? 4 : 5;
}

/** As in "Korea, Republic of"; the less else a name says, the better. */
function rankInAnyOrder(names: string, phrase: string): number {
  if (!phrase.includes(' ')) return NOT_FOUND;
  const wanted = phrase.split(' ');
  if (!wanted.every((word) => names.includes(word))) return NOT_FOUND;
  const lengths = names
    .split('\n')
    .filter((name) => wanted.every((word) => ` ${name} `.includes(` ${word} `)))
    .map((name) => name.length);
  return 6 + Math.min(...lengths) / 100;
}
