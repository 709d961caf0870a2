import type { Country } from '../names.ts';

/** What an input has handed to its host, and what its package's own check says of that, if it has one. */
export interface Reported {
  value: string;
  isValid?: boolean | undefined;
}

export interface InputProps {
  country: Country;
  report: (reported: Reported) => void;
}
