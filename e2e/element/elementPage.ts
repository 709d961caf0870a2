import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { ELEMENT_DIRECTORY } from '../../scripts/elementBuild.ts';
import { test as base } from '../demo.ts';
import { createLife } from '../life.ts';

interface Fixtures {
  life: ReturnType<typeof createLife>;
  element: Locator;
  /** What the element shows. */
  widget: Locator;
  /** The page's origin, and whatever else scripts and calls may come from or go to. */
  policySources: string;
}

/** A page with the built element, in an account of the test's own. */
export const test = base.extend<Fixtures>({
  life: async ({ page, request, demo, baseURL }, use) =>
    use(createLife(page, request, demo.account, baseURL ?? '')),
  element: async ({ page }, use) => use(page.locator('genauth-account')),
  widget: async ({ page }, use) => use(page.locator('genauth-account section.genauth')),
  policySources: ["'self'", { option: true }],
  context: async ({ context, policySources }, use) => {
    await serveElement(context, policySources);
    await use(context);
  },
});

export const APP_ID = '64f0c1d2e3a4b5c6d7e8f901';

/** Opens the page with attributes for the element. */
export async function openElement(page: Page, attributes: Record<string, string>): Promise<void> {
  await page.goto(`/profile?${new URLSearchParams(attributes)}`);
}

/** What the page heard of the element, in turn. */
export function heardOn(page: Page): Promise<[type: string, detail: unknown][]> {
  return page.evaluate(() => (globalThis as unknown as { heard: [string, unknown][] }).heard);
}

/** What the documentation tells a page to send. */
const policyOf = (sources: string) =>
  [
    "default-src 'none'",
    `script-src ${sources}`,
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

const FOLDERS: Record<string, string> = {
  element: ELEMENT_DIRECTORY,
  // Another release of it, as far as a browser can tell.
  other: ELEMENT_DIRECTORY,
  page: import.meta.dirname,
};

/** The built element, and a page for it under the strictest policy, beside the sandbox. */
export async function serveElement(context: BrowserContext, sources = "'self'"): Promise<void> {
  const headers = { 'content-security-policy': policyOf(sources) };
  await context.route(/\/(profile|bare)(\?|$)/, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const body = await readFile(join(import.meta.dirname, `${name}.html`));
    await route.fulfill({ contentType: 'text/html', headers, body });
  });
  await context.route(/\/page\/icon\.png$/, (route) => route.fulfill({ status: 204 }));
  await context.route(/\/(element|other|page)\/[\w.-]+\.js(\?|$)/, async (route) => {
    const [, folder = '', name = ''] = new URL(route.request().url()).pathname.split('/');
    const body = await readFile(join(FOLDERS[folder] ?? '', name));
    // Modules from another origin are read only where that allows it.
    const allowed = { 'access-control-allow-origin': '*' };
    await route.fulfill({ contentType: 'text/javascript', headers: allowed, body });
  });
}
