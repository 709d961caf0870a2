import type { EmailChannel, SmsChannel } from '../sdk/wire.ts';
import type { Contact } from './contacts.ts';
import { randomDigits } from './random.ts';
import { type Refusal, refusals } from './refusals.ts';
import type { Settings } from './settings.ts';

export type Channel = SmsChannel | EmailChannel;

interface Passcode {
  code: string;
  expiresAt: number;
  wrongTries: number;
}

export type Passcodes = ReturnType<typeof createPasscodes>;

/** Codes by channel and address, as section 5.1 of the contract describes them. */
export function createPasscodes(settings: () => Settings, now: () => number) {
  const codes = new Map<string, Passcode>();
  const lastSent = new Map<string, number>();
  const keyOf = (channel: Channel, contact: Contact) => `${channel} ${contact.address}`;

  /** Makes a code unless the last one is too young. A new code replaces the one before. */
  function issue(channel: Channel, contact: Contact) {
    const { codeLength, resendLockMs, smsValidityMs, emailValidityMs } = settings();
    const key = keyOf(channel, contact);
    if (now() < (lastSent.get(key) ?? -Infinity) + resendLockMs) return refusals.tooSoon;
    const sentAt = now();
    const expiresAt = sentAt + (contact.kind === 'phone' ? smsValidityMs : emailValidityMs);
    const code = randomDigits(codeLength);
    codes.set(key, { code, expiresAt, wrongTries: 0 });
    lastSent.set(key, sentAt);
    return { code, sentAt, expiresAt };
  }

  function checkOne(key: string, code: string): Refusal | 'right' | 'absent' {
    const passcode = codes.get(key);
    if (!passcode) return 'absent';
    if (now() >= passcode.expiresAt) return refusals.expiredCode;
    if (passcode.code === code) return 'right';
    passcode.wrongTries += 1;
    if (passcode.wrongTries > settings().maxAttempts) codes.delete(key);
    return refusals.wrongCode;
  }

  /** Says why a code is refused on all of the channels; a right one stays usable until `use`. */
  function check(channels: Channel[], contact: Contact, code: string): Refusal | undefined {
    const verdicts = channels.map((channel) => checkOne(keyOf(channel, contact), code));
    if (verdicts.includes('right')) return undefined;
    return verdicts.find((verdict) => typeof verdict === 'object') ?? refusals.wrongCode;
  }

  /** A code works once. */
  function use(channels: Channel[], contact: Contact): void {
    for (const channel of channels) codes.delete(keyOf(channel, contact));
  }

  return { issue, check, use };
}
