import { AsYouType } from 'libphonenumber-js/core/es6';
import metadata from 'libphonenumber-js/max/metadata';
import { type CountryCode, callingCodeOf } from './callingCodes.ts';

// Every key asks for the view before it, the view after it, and the view to render.
const views = new Map<string, string>();
const MAX_VIEWS = 50;

/** Groups digits, with or without a leading `+`, as the country writes them. Never adds, drops or moves one. */
export function formatDigits(digits: string, country: CountryCode): string {
  // Nothing to group, and the first key is the slowest without this: it would make two formatters.
  if (digits.length < 2) return digits;
  const key = `${country} ${digits}`;
  const known = views.get(key);
  if (known !== undefined) return known;
  const view = group(digits, country);
  if (views.size >= MAX_VIEWS) views.clear();
  views.set(key, view);
  return view;
}

function group(digits: string, country: CountryCode): string {
  const isWhole = (view: string) => view !== digits && withoutGroups(view) === digits;
  const isInternational = digits.startsWith('+');
  const view = typed(digits, isInternational ? undefined : country);
  if (isWhole(view)) return view;
  if (isInternational) return digits;
  // Numbers without their trunk prefix have a format in international notation only.
  const code = `+${callingCodeOf(country)}`;
  const international = typed(code + digits)
    .slice(code.length)
    .trim();
  return isWhole(international) ? international : digits;
}

/** Formatters by country and notation, with the digits that each has read. */
const typing = new Map<string, { formatter: AsYouType; digits: string; view: string }>();
const MAX_FORMATTERS = 8;

/** A number typed on is not read from its first digit again. */
function typed(digits: string, country?: CountryCode): string {
  const key = country ?? digits.slice(0, 4);
  const before = typing.get(key);
  const goesOn = before !== undefined && digits.startsWith(before.digits);
  if (goesOn && digits === before.digits) return before.view;
  const formatter = goesOn ? before.formatter : new AsYouType(country, metadata);
  let view: string;
  try {
    view = formatter.input(goesOn ? digits.slice(before.digits.length) : digits);
  } catch {
    // Where "0" leads abroad, the library looks for the plan of a country that it does not know yet: "02" in Samoa.
    typing.delete(key);
    return digits;
  }
  if (typing.size >= MAX_FORMATTERS) typing.clear();
  typing.set(key, { formatter, digits, view });
  return view;
}

function withoutGroups(view: string): string {
  return view.replace(/[^+\d]/g, '');
}
