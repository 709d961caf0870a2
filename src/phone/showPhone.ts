import { mainCountryOf, splitCallingCode } from './callingCodes.ts';
import type { PhoneEngine } from './phoneEngine.ts';

/** A number in E.164 for reading it back, in the groups of the field it was typed into: `+86 139 0013 9000`. */
export function formatPhone(e164: string, engine: PhoneEngine | undefined): string {
  const { callingCode, rest } = split(e164);
  const grouped = engine?.format(rest, mainCountryOf(callingCode)) ?? group(rest);
  return `+${callingCode} ${grouped}`;
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
