import { splitCallingCode } from '../phone/callingCodes.ts';
import { digitsOf } from '../phone/digits.ts';
import { phoneEngineModule } from '../phone/phoneEngine.ts';
import { readPhone } from '../phone/readPhone.ts';
import { settlePhone } from '../phone/settlePhone.ts';
import { formatPhone, maskPhone } from '../phone/showPhone.ts';
import type { TypedPhone } from '../phone/typedPhone.ts';
import type { SmsChannel } from '../sdk/wire.ts';
import type { ContactColumn, ContactRules, FormValues } from './contact.ts';
import type { Purpose } from './sendLog.ts';
import { within } from './within.ts';

// The field without numbering plans still reads numbers, only less well: nobody waits for them long.
const ENGINE_MS = 3_000;

/** Contract, section 5.4. There is no channel of SMS for changing a phone: the new number is bound. */
const CHANNELS: Record<Purpose, SmsChannel> = {
  bind: 'CHANNEL_BIND_PHONE',
  update: 'CHANNEL_BIND_PHONE',
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
    return {
      ...(reading.phone && { to: reading.phone.e164 }),
      ...(reading.problem && { problem: reading.problem }),
      ...(reading.suggestion && { suggestion: reading.suggestion.e164 }),
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

  shown(to) {
    // As the field groups it, so that the two can be compared at a glance.
    const view = phoneEngineModule.now()?.format(to, 'CN') ?? to;
    return view === to ? formatPhone(to) : view;
  },
  masked: maskPhone,

  ofUser({ phone, phoneCountryCode }) {
    // A phone without a code of its country is Chinese (contract, section 6).
    return phone ? `+${digitsOf(String(phoneCountryCode ?? '86'))}${phone}` : undefined;
  },

  sendCode: (client, purpose, to, extra, options) =>
    client.sendSms({ ...extra, channel: CHANNELS[purpose], ...onWire(to) }, options),

  bind: (client, { to, code }, options) =>
    client.bindPhone({ ...onWire(to), passCode: code }, options),
};

function typedIn({ phone }: FormValues, { defaultCountry }: ContactRules): TypedPhone {
  return { text: phone.text, country: phone.country ?? defaultCountry };
}

function onWire(e164: string): { phoneNumber: string; phoneCountryCode: string } {
  const split = splitCallingCode(e164.slice(1));
  if (!split) throw new RangeError('Not a number in E.164.');
  return { phoneNumber: split.rest, phoneCountryCode: `+${split.callingCode}` };
}
