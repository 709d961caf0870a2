import { allCountries, type CountryCode, callingCodeOf } from './callingCodes.ts';
import { countryName } from './countryName.ts';

export interface ListedCountry {
  code: CountryCode;
  /** In the language shown. */
  name: string;
  /** Digits only. */
  callingCode: string;
  isPreferred: boolean;
  isAllowed: boolean;
}

export interface CountryListOptions {
  /** Listed first, in this order. */
  preferred?: readonly CountryCode[] | undefined;
  /** Only these can be chosen; the others stay listed. Default: all. */
  allowed?: readonly CountryCode[] | undefined;
}

const lists = new Map<string, readonly ListedCountry[]>();

/** Every country, named in a language: the preferred ones, then those allowed, then the rest, each sorted by name. */
export function listCountries(
  locale: string,
  { preferred = [], allowed }: CountryListOptions = {},
): readonly ListedCountry[] {
  const key = [locale, preferred, allowed].join('|');
  const list = lists.get(key) ?? buildList(locale, preferred, allowed);
  lists.set(key, list);
  return list;
}

function buildList(
  locale: string,
  preferred: readonly CountryCode[],
  allowed: readonly CountryCode[] | undefined,
): ListedCountry[] {
  const byName = new Intl.Collator([locale, 'en']).compare;
  const allowedSet = new Set(allowed ?? allCountries());
  const place = new Map(
    preferred.filter((code) => allowedSet.has(code)).map((code, i) => [code, i]),
  );
  return allCountries()
    .map((code) => ({
      code,
      name: countryName(code, locale),
      callingCode: callingCodeOf(code),
      isPreferred: place.has(code),
      isAllowed: allowedSet.has(code),
    }))
    .sort(
      (a, b) =>
        (place.get(a.code) ?? place.size) - (place.get(b.code) ?? place.size) ||
        Number(b.isAllowed) - Number(a.isAllowed) ||
        byName(a.name, b.name),
    );
}
