import { AsYouType } from 'libphonenumber-js/core/es6';
import metadata from 'libphonenumber-js/max/metadata';
import { type CountryCode, callingCodeOf } from './callingCodes.ts';

/** Groups digits, with or without a leading `+`, as the country writes them. Never adds, drops or moves one. */
export function formatDigits(digits: string, country: CountryCode): string {
  const code = `+${callingCodeOf(country)}`;
  const views = digits.startsWith('+')
    ? [typed(digits)]
    : // Numbers without their trunk prefix have a format in international notation only.
      [
        typed(digits, country),
        typed(code + digits)
          .slice(code.length)
          .trim(),
      ];
  return views.find((view) => view !== digits && withoutGroups(view) === digits) ?? digits;
}

function typed(digits: string, country?: CountryCode): string {
  return new AsYouType(country, metadata).input(digits);
}

function withoutGroups(view: string): string {
  return view.replace(/[^+\d]/g, '');
}
