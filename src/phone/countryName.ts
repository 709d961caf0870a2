import type { CountryCode } from './callingCodes.ts';

// Browsers do not agree on these, nor do their versions: in English, and in Simplified Chinese.
const CHOSEN: Record<string, string[]> = {
  FK: ['Falkland Islands', '福克兰群岛'],
  HK: ['Hong Kong', '中国香港'],
  MO: ['Macao', '中国澳门'],
  PS: ['Palestine', '巴勒斯坦'],
  TW: ['Taiwan', '中国台湾'],
};

const namers = new Map<string, Intl.DisplayNames>();

/** The country's name in a language; in English where the browser does not know the language. */
export function countryName(country: CountryCode, locale: string): string {
  try {
    // Without English beside it, a language unknown to the browser becomes the browser's own.
    const names = namers.get(locale) ?? new Intl.DisplayNames([locale, 'en'], { type: 'region' });
    namers.set(locale, names);
    const language = CHOSEN[country] ? names.resolvedOptions().locale : '';
    const column = /^en/.test(language) ? 0 : /^zh(?!.*(Hant|TW|HK|MO))/.test(language) ? 1 : 2;
    return CHOSEN[country]?.[column] ?? names.of(country) ?? country;
  } catch {
    return country;
  }
}
