import type { Phone } from './readPhone.ts';

/** A number for reading it back, in groups that the eye can compare: `+86 139 0013 9000`. */
export function formatPhone({ callingCode, nationalNumber }: Phone): string {
  return `+${callingCode} ${group(nationalNumber)}`;
}

/** A number of which only the last digits are told: `+86 ••• •••• 9000`. */
export function maskPhone({ callingCode, nationalNumber }: Phone): string {
  const shown = Math.min(4, Math.floor(nationalNumber.length / 2));
  const masked = '•'.repeat(nationalNumber.length - shown) + nationalNumber.slice(-shown);
  return `+${callingCode} ${group(masked)}`;
}

// Three, then fours from the end: not every country's own grouping, but readable everywhere.
function group(digits: string): string {
  return digits.replace(/(.)(?=(.{4})+$)/gu, '$1 ');
}
