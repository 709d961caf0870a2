import { useEffect } from 'react';
import { useAccount } from '../src/account/AccountContext.ts';
import { settingsOf } from '../src/account/settings.ts';
import type { FlowModule } from './flowModule.ts';
import { warm } from './warm.ts';
import { whenIdle } from './whenIdle.ts';

/** Fetches what a form will need as soon as the browser has nothing else to do. */
export function useWarmUp({ warmUp }: FlowModule<unknown>): void {
  const { client } = useAccount();
  useEffect(
    () =>
      whenIdle(() => {
        warmUp();
        warm([settingsOf(client)]);
      }),
    [client, warmUp],
  );
}
