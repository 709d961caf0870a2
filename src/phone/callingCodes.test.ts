import metadata from 'libphonenumber-js/max/metadata';
import { expect, it } from 'vitest';
import { allCountries, callingCodeOf, mainCountryOf } from './callingCodes.ts';

it('knows the same countries and calling codes as the metadata that loads later', () => {
  const codes = Object.entries(metadata.country_calling_codes);
  expect(codes.length).toBeGreaterThan(200);
  for (const [callingCode, countries] of codes) {
    expect(mainCountryOf(callingCode)).toBe(countries[0]);
    for (const country of countries) expect(callingCodeOf(country)).toBe(callingCode);
  }
  expect(allCountries().sort()).toEqual(codes.flatMap(([, countries]) => countries).sort());
});
