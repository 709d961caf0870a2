import type { Purpose } from '../src/account/sendLog.ts';
import type { SmsChannel } from '../src/sdk/wire.ts';

/** Sources disagree on the channel for the new number of a change (contract, section 5.5). */
export type NewPhoneChannel = Extract<SmsChannel, 'CHANNEL_BIND_PHONE' | 'CHANNEL_UNBIND_PHONE'>;

export function purposeOf(channel: NewPhoneChannel = 'CHANNEL_BIND_PHONE'): Purpose {
  return channel === 'CHANNEL_UNBIND_PHONE' ? 'unbind' : 'changeNew';
}
