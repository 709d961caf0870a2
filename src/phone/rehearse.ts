import type { CountryCode } from './callingCodes.ts';
import { editPhone } from './editPhone.ts';
import type { PhoneEngine } from './phoneEngine.ts';

const DIGITS = '135792468013';

/** Reads a made-up number key by key, so that a browser has met the code, and the country's plan, before a person types. */
export function rehearse(country: CountryCode, engine: PhoneEngine | undefined): void {
  for (let position = 1; position <= DIGITS.length; position++) {
    const text = DIGITS.slice(0, position);
    editPhone({ text: text.slice(0, -1), country }, { text, position }, engine);
  }
}
