import { type CountryCode, isCountry } from '../phone/callingCodes.ts';
import type { AttributeOptions } from './ElementOptions.ts';
import type { WidgetOptions } from './views.ts';

/** The options of an element as a widget takes them. Markup may say anything: what is no value of an option is left out. */
export function readWidgetOptions(element: AttributeOptions): WidgetOptions {
  const { autoSubmit, webOtp, showServerMessage, newPhoneChannel, openForm } = element;
  return {
    autoSubmit,
    webOtp,
    showServerMessage,
    defaultCountry: readCountries([element.defaultCountry])?.[0],
    allowedCountries: readCountries(element.allowedCountries),
    preferredCountries: readCountries(element.preferredCountries),
    headingLevel: LEVELS.find((level) => level === element.headingLevel) ?? 2,
    newPhoneChannel:
      newPhoneChannel === 'CHANNEL_UNBIND_PHONE' ? newPhoneChannel : 'CHANNEL_BIND_PHONE',
    view: FORMS.find((form) => form === openForm) ?? 'card',
  };
}

const LEVELS = [1, 2, 3, 4, 5, 6] as const;
const FORMS = ['bind', 'change', 'unbind'] as const;

/** Known countries, however they are written. Undefined when there is none. */
function readCountries(texts: readonly (string | undefined)[] = []): CountryCode[] | undefined {
  const countries = texts.map((text) => text?.toUpperCase()).filter(isCountry);
  return countries.length > 0 ? countries : undefined;
}
