import { AsYouType } from 'libphonenumber-js/core/es6';
import metadata from 'libphonenumber-js/max/metadata';
import { type CountryCode, callingCodeOf } from './callingCodes.ts';

// Every key asks for the view before it, the view after it, and the view to render.
const views = new Map<string, string>();
const MAX_VIEWS = 50;

/** Groups digits, with or without a leading `+`, as the country writes them. Never adds, drops or moves one. */
export function formatDigits(digits: string, country: CountryCode): string {
  const key = `${country} ${digits}`;
  const known = views.get(key);
  if (known !== undefined) return known;
  const view = group(digits, country);
  if (views.size >= MAX_VIEWS) views.clear();
  views.set(key, view);
  return view;
}

function group(digits: string, country: CountryCode): string {
  const code = `+${callingCodeOf(country)}`;
  const candidates = digits.startsWith('+')
    ? [typed(digits)]
    : // Numbers without their trunk prefix have a format in international notation only.
      [
        typed(digits, country),
        typed(code + digits)
          .slice(code.length)
          .trim(),
      ];
  return candidates.find((view) => view !== digits && withoutGroups(view) === digits) ?? digits;
}

function typed(digits: string, country?: CountryCode): string {
  return new AsYouType(country, metadata).input(digits);
}

function withoutGroups(view: string): string {
  return view.replace(/[^+\d]/g, '');
}
