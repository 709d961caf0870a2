/** Calling codes of countries whose zero is a digit of the number. */
export const KEEP_ZERO: ReadonlySet<string> = new Set('39 378 225 226 229 241 242 992'.split(' '));

// What a number is dialled with inside these countries, and never from abroad.
const OTHERS: Record<string, RegExp> = {
  '1': /^1(?=\d{10}$)/,
  '7': /^[78](?=\d{10}$)/,
  '36': /^06/,
  '375': /^8?0?/,
  '993': /^8/,
};

/** National digits without what they are dialled with only inside their country, which mostly is a zero. */
export function withoutTrunkPrefix(digits: string, callingCode: string): string {
  if (KEEP_ZERO.has(callingCode)) return digits;
  return digits.replace(OTHERS[callingCode] ?? /^0/, '');
}
