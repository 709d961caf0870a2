import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import axe from 'axe-core';

const storybook = process.env.STORYBOOK_URL ?? 'http://127.0.0.1:4174';

for (const { id, title, name, tags } of stories()) {
  test(`${title}: ${name}`, async ({ page }) => {
    if (tags.includes('phone')) await page.setViewportSize({ width: 390, height: 844 });
    const complaints = complaintsOf(page);
    // A spinner that turns never comes to the end that Storybook waits for.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    // The add-on's own run of axe would be a third one.
    const query = new URLSearchParams({ id, viewMode: 'story', globals: 'a11y.manual:!true' });
    await page.goto(`${storybook}/iframe.html?${query}`);
    expect(await ending(page)).toEqual(['success']);
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
      expect(await violations(page), `axe, ${colorScheme}`).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });
}

function stories(): { id: string; title: string; name: string; tags: string[] }[] {
  const file = new URL('../dist/storybook/index.json', import.meta.url);
  try {
    return Object.values(JSON.parse(readFileSync(file, 'utf8')).entries);
  } catch (cause) {
    throw new Error('There are no stories to test: `npm run build:storybook` first.', { cause });
  }
}

/** All that a sound page has nothing of: errors, warnings, requests to others. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      complaints.push(`console.${message.type()}: ${message.text()}`);
    }
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const isOurs = ['data:', 'blob:'].includes(protocol) || origin === new URL(storybook).origin;
    if (!isOurs) complaints.push(`request: ${request.url()}`);
  });
  return complaints;
}

/** How the story and its play function ended: `success`, or all errors that Storybook told of. */
async function ending(page: Page): Promise<unknown[]> {
  const handle = await page.waitForFunction(() => {
    type Channel = { last: (event: string) => unknown[] | undefined };
    const global = globalThis as { __STORYBOOK_ADDONS_CHANNEL__?: Channel };
    const last = (event: string) => global.__STORYBOOK_ADDONS_CHANNEL__?.last(event)?.[0];
    const errors = [
      'configError',
      'storyMissing',
      'storyErrored',
      'storyThrewException',
      'playFunctionThrewException',
      'unhandledErrorsWhilePlaying',
    ].flatMap((event) => last(event) ?? []);
    if (errors.length > 0) return errors;
    const finished = last('storyFinished') as { status: string } | undefined;
    return finished && [finished.status];
  });
  return handle.jsonValue() as Promise<unknown[]>;
}

async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run('#storybook-root', {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // Landmarks are the page's, and a story is not a page.
      rules: { region: { enabled: false } },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    );
  });
}
