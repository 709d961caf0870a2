import type { Channel } from './passcodes.ts';

/** A message that the sandbox has "sent". Times are milliseconds of its own clock. */
export interface OutboxMessage {
  medium: 'sms' | 'email';
  channel: Channel;
  /** E.164, or the e-mail in lower case. */
  to: string;
  code: string;
  text: string;
  sentAt: number;
  expiresAt: number;
}

const CAPACITY = 1_000;

/** Messages, newest first, each with the account whose token asked for it. */
export function createOutbox() {
  const entries: { userId: string | undefined; message: OutboxMessage }[] = [];
  return {
    add(userId: string | undefined, message: OutboxMessage) {
      entries.unshift({ userId, message });
      entries.length = Math.min(entries.length, CAPACITY);
    },
    all: () => entries.map(({ message }) => ({ ...message })),
    of: (userId: string) =>
      entries.filter((entry) => entry.userId === userId).map(({ message }) => ({ ...message })),
  };
}
