import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min';
import type { Country } from '../sdk/wire.ts';
import { alpha3Of } from './alpha3.ts';

const LANGS = ['zh-CN', 'en-US', 'zh-TW', 'ja-JP'] as const;
const REGIONAL_INDICATOR_A = 0x1f1e6;

/** The list of countries (contract, section 6). */
export function countries(): Country[] {
  const namesOf = LANGS.map((lang) => {
    const names = new Intl.DisplayNames(lang, { type: 'region' });
    return [lang, (alpha2: string) => names.of(alpha2) ?? alpha2] as const;
  });
  return getCountries().map((alpha2) => ({
    alpha2,
    alpha3: alpha3Of.get(alpha2) ?? alpha2,
    phoneCountryCode: `+${getCountryCallingCode(alpha2)}`,
    flag: String.fromCodePoint(
      ...Array.from(alpha2, (letter) => REGIONAL_INDICATOR_A + letter.charCodeAt(0) - 65),
    ),
    name: Object.fromEntries(
      namesOf.map(([lang, nameOf]) => [lang, { enabled: false, value: nameOf(alpha2) }]),
    ),
  }));
}
