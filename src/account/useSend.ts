import { useSyncExternalStore } from 'react';
import type { Purpose, SendLog, SendView } from './sendLog.ts';

const subscribeToNothing = () => () => {};

/** What is known of codes sent to a contact, second by second. */
export function useSend(
  log: SendLog | undefined,
  purpose: Purpose,
  to: string | undefined,
): SendView | undefined {
  return useSyncExternalStore(
    log?.subscribe ?? subscribeToNothing,
    () => (to === undefined ? undefined : log?.look(purpose, to)),
    () => undefined,
  );
}
