import { type CountryCode, splitCallingCode } from '../phone/callingCodes.ts';
import { phoneEngineModule } from '../phone/phoneEngine.ts';
import { readPhone } from '../phone/readPhone.ts';
import { settlePhone } from '../phone/settlePhone.ts';
import { formatPhone, maskPhone } from '../phone/showPhone.ts';
import type { TypedPhone } from '../phone/typedPhone.ts';
import type { SmsChannel } from '../sdk/wire.ts';
import type { ContactColumn, ContactRules, FormValues } from './contact.ts';
import { phoneOf } from './contactsOfUser.ts';
import type { Purpose } from './sendLog.ts';
import { within } from './within.ts';

// The field without numbering plans still reads numbers, only less well: nobody waits for them long.
const ENGINE_MS = 3_000;

/** Contract, sections 5.4 and 5.5: a change takes the old number for one to be removed, the new one for one to be bound. */
export const SMS_CHANNELS: Record<Purpose, SmsChannel> = {
  bind: 'CHANNEL_BIND_PHONE',
  changeOld: 'CHANNEL_UNBIND_PHONE',
  changeNew: 'CHANNEL_BIND_PHONE',
  unbind: 'CHANNEL_UNBIND_PHONE',
  deleteAccount: 'CHANNEL_DELETE_ACCOUNT',
};

/** A phone; a contact is its number in E.164. */
export const phoneContact: ContactColumn = {
  kind: 'phone',
  prepare: () => within(phoneEngineModule.load(), ENGINE_MS),

  read(values, rules) {
    const { text, country } = typedIn(values, rules);
    const engine = phoneEngineModule.now();
    const reading = readPhone(text, country, engine, rules.allowedCountries);
    if (reading.phone?.e164 === rules.current && rules.current !== undefined)
      return { problem: { kind: 'samePhone' } };
    const suggestion =
      reading.problem && (reading.suggestion ?? inDefaultCountry(text, country, rules));
    return {
      ...(reading.phone && { to: reading.phone.e164 }),
      ...(reading.problem && { problem: reading.problem }),
      ...(suggestion && { suggestion: suggestion.e164 }),
    };
  },

  settle: (values, rules) => ({
    ...values,
    phone: settlePhone(typedIn(values, rules), phoneEngineModule.now()),
  }),

  write: (values, to) => ({
    ...values,
    phone: settlePhone(
      { text: to, country: values.phone.country ?? 'CN' },
      phoneEngineModule.now(),
    ),
  }),

  shown: (to) => formatPhone(to, phoneEngineModule.now()),
  masked: maskPhone,

  isOf: (user, to) => phoneOf(user) === to,

  words: { change: 'changeContact', sentTo: 'sentToThis' },
  reasons: (to) => ['helpSignal', 'helpSpam', to.startsWith('+86') ? 'helpChina' : 'helpRoaming'],

  sendCode: (client, purpose, to, extra, options) =>
    client.sendSms({ ...extra, channel: SMS_CHANNELS[purpose], ...onWire(to) }, options),

  bind: (client, { to, code }, options) =>
    client.bindPhone({ ...onWire(to), passCode: code }, options),
};

/** Whoever types before the tenant's country has come, or after a wrong one was picked, may mean a number of that country. */
function inDefaultCountry(text: string, country: CountryCode, rules: ContactRules) {
  const { defaultCountry, allowedCountries } = rules;
  if (country === defaultCountry) return undefined;
  const { phone, problem } = readPhone(
    text,
    defaultCountry,
    phoneEngineModule.now(),
    allowedCountries,
  );
  return problem ? undefined : phone;
}

function typedIn({ phone }: FormValues, { defaultCountry }: ContactRules): TypedPhone {
  return { text: phone.text, country: phone.country ?? defaultCountry };
}

/** As the server takes a number: the calling code, with `+`, beside what follows it. */
export function onWire(e164: string): { phoneNumber: string; phoneCountryCode: string } {
  const split = splitCallingCode(e164.slice(1));
  if (!split) throw new RangeError('Not a number in E.164.');
  return { phoneNumber: split.rest, phoneCountryCode: `+${split.callingCode}` };
}
