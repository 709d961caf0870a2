import { areaCodesOf } from './areaCodes.ts';
import { type CountryCode, mainCountryOf } from './callingCodes.ts';
import { aliasesOf } from './countryAliases.ts';
import { iso3Of } from './countryIso3.ts';
import type { ListedCountry } from './countryList.ts';
import { countryName } from './countryName.ts';
import { ownCountryName } from './countryOwnName.ts';
import { syllablesOf } from './countryPinyin.ts';
import { foldWords } from './countryText.ts';

/** Words as they are searched, and the same without spaces. */
export interface SearchText {
  words: string;
  joined: string;
}

/** Line by line, with a line's end before and after each name. */
type Names = SearchText;

/** All that a country can be found by. */
export interface CountryKeys {
  iso2: string;
  /** In the language shown and in English. */
  names: Names;
  /** In its own language and in Chinese, in pinyin, ISO 3166's three letters, and what else it is called. */
  otherNames: Names;
  callingCode: string;
  /** What its numbers begin with, among those of its calling code. */
  areaCodes: readonly string[];
  /** Among the countries of its calling code: 0 for the main one. */
  place: number;
}

/** Builds the keys of a listed country. */
export function countryKeys({ code, name, callingCode }: ListedCountry): CountryKeys {
  return {
    iso2: code.toLowerCase(),
    names: toNames([name, countryName(code, 'en')]),
    otherNames: otherNamesOf(code),
    callingCode,
    areaCodes: areaCodesOf(code),
    place: mainCountryOf(callingCode) === code ? 0 : code === 'CA' ? 1 : 2,
  };
}

const otherNames = new Map<CountryCode, Names>();

// The same whichever language is shown.
function otherNamesOf(code: CountryCode): Names {
  const known = otherNames.get(code);
  if (known) return known;
  const chinese = countryName(code, 'zh-CN');
  const syllables = syllablesOf(chinese);
  const names = toNames([
    ownCountryName(code),
    chinese,
    countryName(code, 'zh-TW'),
    countryName(code, 'zh-HK'),
    syllables.join(' '),
    syllables.map((syllable) => syllable[0]).join(''),
    iso3Of(code) ?? '',
    countryName(code, 'en').replace(/^St\. /, 'Saint '),
    ...aliasesOf(code),
  ]);
  otherNames.set(code, names);
  return names;
}

function toNames(names: string[]): Names {
  const folded = new Set(names.map(foldWords));
  folded.delete('');
  const words = `\n${[...folded].join('\n')}\n`;
  return { words, joined: words.replaceAll(' ', '') };
}
