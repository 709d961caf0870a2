import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { CHROMIUM_ARGS, findBrowser } from '../scripts/findBrowser.ts';
import type { Country, InputName } from './names.ts';

const CONFIG = { configFile: `${import.meta.dirname}/vite.config.ts`, logLevel: 'error' } as const;

/** The built page, served to a browser. */
export interface Stage {
  browser: Browser;
  /** A fresh page with one input, once that can be used. */
  open: (name: InputName, country?: Country) => Promise<{ page: Page; session: CDPSession }>;
  close: () => Promise<void>;
}

export async function createStage(): Promise<Stage> {
  await build(CONFIG);
  const server = await preview({ ...CONFIG, preview: { host: '127.0.0.1', port: 0 } });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('The page is built but cannot be served.');
  const executablePath = findBrowser('chromium');
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      ...CHROMIUM_ARGS,
      // Flags from foreign hosts would make the figures depend on the network.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1200, height: 800 },
  });

  return {
    browser,
    async open(name, country = 'CN') {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await page.goto(`${address}?input=${name}&country=${country}`);
      await page.waitForSelector('main input[type=tel]');
      await page.evaluate(() => window.measure.idle());
      return { page, session };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
