import { expect, it } from 'vitest';
import { alpha3Of } from '../sandbox/alpha3.ts';
import { allCountries } from './callingCodes.ts';
import { aliasesOf } from './countryAliases.ts';
import { iso3Of } from './countryIso3.ts';
import { listCountries } from './countryList.ts';
import { countryName } from './countryName.ts';
import { ownCountryName } from './countryOwnName.ts';
import { syllablesOf } from './countryPinyin.ts';

it('names places as every browser does, and Chinese ones as China does', () => {
  expect(['HK', 'MO', 'TW'].map((code) => countryName(code as 'HK', 'en'))).toEqual([
    'Hong Kong',
    'Macao',
    'Taiwan',
  ]);
  expect(['HK', 'MO', 'TW'].map((code) => countryName(code as 'HK', 'zh-Hans-SG'))).toEqual([
    '中国香港',
    '中国澳门',
    '中国台湾',
  ]);
});

it('names countries in English where a language is unknown or no language', () => {
  expect(countryName('DE', 'tlh')).toBe('Germany');
  expect(countryName('DE', 'not a language')).toBe('DE');
});

it('has a name in every language for every country', () => {
  for (const code of allCountries()) {
    for (const name of [
      countryName(code, 'en'),
      countryName(code, 'zh-CN'),
      ownCountryName(code),
    ]) {
      expect(name.length, code).toBeGreaterThan(1);
      expect(name).not.toBe(code);
    }
  }
});

it.each(['en', 'zh-CN', 'de', 'ar'])('is sorted as %s sorts', (locale) => {
  const names = listCountries(locale).map(({ name }) => name);
  expect(names).toEqual([...names].sort(new Intl.Collator(locale).compare));
  expect(names).toHaveLength(allCountries().length);
});

it('lists preferred countries first, in their order, then those allowed, and leaves none out', () => {
  const list = listCountries('en', {
    preferred: ['US', 'CN', 'FR'],
    allowed: ['CN', 'DE', 'US', 'AT'],
  });
  expect(list.slice(0, 5).map(({ code }) => code)).toEqual(['US', 'CN', 'AT', 'DE', 'AF']);
  expect(list.filter(({ isAllowed }) => isAllowed)).toHaveLength(4);
  expect(new Set(list.map(({ code }) => code)).size).toBe(allCountries().length);
});

it('is built once for the same question', () => {
  expect(listCountries('en', { preferred: ['CN'] })).toBe(
    listCountries('en', { preferred: ['CN'] }),
  );
  expect(listCountries('en')).not.toBe(listCountries('en', { preferred: ['CN'] }));
});

it('knows the three letters that the server knows', () => {
  for (const code of allCountries()) expect(iso3Of(code)).toBe(alpha3Of.get(code));
});

it('knows some sixty countries by other names', () => {
  const known = allCountries().filter((code) => aliasesOf(code).length > 0);
  expect(known.flatMap(aliasesOf).length).toBeGreaterThanOrEqual(60);
});

it('reads every character of every Chinese name as Intl does', () => {
  const names = allCountries().map((code) => countryName(code, 'zh-CN'));
  const characters = [...new Set(names.join('').match(/\p{Script=Han}/gu))];
  expect(characters.filter((character) => syllablesOf(character).length !== 1)).toEqual([]);
  // Intl sorts by pinyin; these are read otherwise in the name of a country.
  const asUsual = characters.filter((character) => !'秘佛埔泊地'.includes(character));
  const sorted = asUsual.sort(new Intl.Collator('zh-CN').compare).flatMap(syllablesOf);
  expect(sorted).toEqual([...sorted].sort());
});
