import { callingCodeOf, mainCountryOf, splitCallingCode } from './callingCodes.ts';
import { findNumber } from './numberText.ts';
import type { PhoneEngine } from './phoneEngine.ts';
import { readPhone } from './readPhone.ts';
import type { TypedPhone } from './typedPhone.ts';

/**
 * The field once nobody is typing in it: a number that could be read stands there as it will be sent,
 * with its calling code on the button. A trunk zero that was typed stays; what could not be read stays as it is.
 */
export function settlePhone(typed: TypedPhone, engine: PhoneEngine | undefined): TypedPhone {
  const found = findNumber(typed.text);
  if (!engine || 'problem' in found) return typed;
  const { phone, problem } = readPhone(typed.text, typed.country, engine);
  if (!phone || problem) return typed;
  const { callingCode, nationalNumber } = phone;
  const isOfCountry = callingCode === callingCodeOf(typed.country);
  const country = isOfCountry ? typed.country : mainCountryOf(callingCode);
  const split = splitCallingCode(found.digits.replace(/^00/, ''));
  const carriesCallingCode =
    found.isInternational ||
    !isOfCountry ||
    (split?.callingCode === callingCode && split.rest === nationalNumber);
  return { text: carriesCallingCode ? nationalNumber : found.digits, country };
}
