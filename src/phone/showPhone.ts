import { splitCallingCode } from './callingCodes.ts';

/** A number in E.164 for reading it back, in groups that the eye can compare: `+86 139 0013 9000`. */
export function formatPhone(e164: string): string {
  const { callingCode, rest } = split(e164);
  return `+${callingCode} ${group(rest)}`;
}

/** A number in E.164 of which only the last digits are told: `+86 ••• •••• 9000`. */
export function maskPhone(e164: string): string {
  const { callingCode, rest } = split(e164);
  const shown = Math.min(4, Math.floor(rest.length / 2));
  return `+${callingCode} ${group('•'.repeat(rest.length - shown) + rest.slice(-shown))}`;
}

function split(e164: string): { callingCode: string; rest: string } {
  const digits = e164.slice(1);
  return splitCallingCode(digits) ?? { callingCode: digits.slice(0, 1), rest: digits.slice(1) };
}

// Three, then fours from the end: not every country's own grouping, but readable everywhere.
function group(digits: string): string {
  return digits.replace(/(.)(?=(.{4})+$)/gu, '$1 ');
}
