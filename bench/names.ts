/** Ours, the four it is compared with, and the least that a field can be. */
export const INPUT_NAMES = [
  'ours',
  'intl-tel-input',
  'react-phone-number-input',
  'react-international-phone',
  'mui-tel-input',
  'bare',
] as const;

export type InputName = (typeof INPUT_NAMES)[number];

export type Country = 'CN' | 'US' | 'AE';
