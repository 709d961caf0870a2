import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allCountries } from './callingCodes.ts';
import { formatDigits } from './formatDigits.ts';

const digitsIn = (view: string) => view.replace(/[^+\d]/g, '');

describe('B8 groups are a view', () => {
  // One by one: "02" alone was more than the library could take in Samoa and Cape Verde.
  it.each(allCountries())('%s: of every beginning of a number', (country) => {
    for (let length = 1; length <= 2; length++) {
      for (let value = 0; value < 10 ** length; value++) {
        const digits = String(value).padStart(length, '0');
        expect(digitsIn(formatDigits(digits, country))).toBe(digits);
      }
    }
  });

  it('of any digits in any country, typed on or not', () => {
    const digits = fc.stringMatching(/^\+?\d{0,20}$/);
    fc.assert(
      fc.property(fc.constantFrom(...allCountries()), digits, fc.nat(20), (country, text, from) => {
        for (let length = Math.min(from, text.length); length <= text.length; length++) {
          const typed = text.slice(0, length);
          expect(digitsIn(formatDigits(typed, country))).toBe(typed);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
