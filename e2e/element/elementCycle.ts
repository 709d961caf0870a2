import type { CDPSession, Page } from '@playwright/test';
import { APP_ID } from './elementPage.ts';

/** A new element each time, shown with its list of countries, and gone again; garbage is nothing else's business. */
export function cycle(page: Page, count: number): Promise<void> {
  return page.evaluate(
    async ([appId, times]) => {
      const appearing = async <T>(find: () => T | null | undefined): Promise<T> => {
        for (;;) {
          const found = find();
          if (found) return found;
          await new Promise((resolve) => setTimeout(resolve));
        }
      };
      for (let i = 0; i < times; i += 1) {
        const added = document.createElement('genauth-account');
        const getAccessToken = () => 'sandbox-cycle';
        const appHost = location.origin;
        // The tenant's settings are asked for with every element, and a server has more to do than that.
        const fetch = async () => Response.json({ statusCode: 200, data: {} });
        Object.assign(added, { view: 'bind-phone', appId, appHost, getAccessToken, fetch });
        document.querySelector('main')?.append(added);
        const field = await appearing(() =>
          added.shadowRoot?.querySelector<HTMLInputElement>('[type=tel]'),
        );
        field.focus();
        const button = added.shadowRoot?.querySelector<HTMLElement>('[aria-haspopup]');
        button?.click();
        await appearing(() => added.shadowRoot?.querySelector('[role=option]'));
        added.remove();
        await appearing(() => added.shadowRoot?.childElementCount === 0);
      }
    },
    [APP_ID, count] as const,
  );
}

/** What a page still holds once garbage is gone: nodes and listeners by number, the heap in bytes. */
export async function countersOf(session: CDPSession) {
  await session.send('HeapProfiler.enable');
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { nodes, listeners: jsEventListeners, heap: usedSize };
}
