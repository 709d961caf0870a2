import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parts } from '../scripts/themingPage.ts';
import { expect, test } from './demo.ts';
import { STATES } from './hostCss/states.ts';
import { openHost } from './hosts/serveHosts.ts';

const docs = readFileSync(new URL('../docs/theming.md', import.meta.url), 'utf8');
const [properties, place, part, ...others] = [...docs.matchAll(/```css\n([\s\S]*?)```/g)].map(
  ([, css = '']) => css,
);

/** Shown in stories alone: what needs a host's option, a mistyped number, a chunk that is lost. */
const RARE = [
  'genauth-suggestion',
  'genauth-option-reason',
  'genauth-countries-not-loaded',
  'genauth-empty',
];

test.describe('the examples of docs/theming.md', () => {
  test('are these, and one of an attribute', () => expect(others).toEqual([]));

  for (const host of ['plain', 'shadow']) {
    test(`properties on the page reach the widget: ${host} @chromium`, async ({ demo, page }) => {
      await openHost(page, host);
      await adopt(page, properties);
      await expect(demo.sendButton).toHaveCSS('background-color', 'rgb(122, 31, 162)');
      await expect(demo.codeField).toHaveCSS('border-top-left-radius', '2px');
      await expect(demo.codeField).toHaveCSS('font-family', 'Georgia, serif');
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect(demo.sendButton).toHaveCSS('background-color', 'rgb(225, 166, 255)');
    });
  }

  test('the system decides on light and dark, unless the page does @chromium', async ({
    demo,
    page,
  }) => {
    await openHost(page, 'plain');
    const [name = '', value = ''] = /data-(genauth-theme)="(\w+)"/.exec(docs)?.slice(1) ?? [];
    const set = (theme?: string) =>
      page.evaluate(
        ([attribute, text]) => {
          if (text === undefined) document.body.removeAttribute(`data-${attribute}`);
          else document.body.setAttribute(`data-${attribute}`, text);
        },
        [name, theme] as const,
      );
    const [light, dark] = ['rgb(255, 255, 255)', 'rgb(22, 28, 38)'] as const;
    await expect(demo.widget).toHaveCSS('background-color', light);
    await set(value);
    await expect(demo.widget).toHaveCSS('background-color', dark);
    await set();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(demo.widget).toHaveCSS('background-color', dark);
    await set('light');
    await expect(demo.widget).toHaveCSS('background-color', light);
  });

  test('the page decides where the root stands, and in its layer on parts', async ({
    demo,
    page,
  }) => {
    await openHost(page, 'plain');
    await adopt(page, place);
    await expect(demo.widget).toHaveCSS('margin-top', '40px');
    await adopt(page, part);
    await expect(demo.widget.getByRole('heading')).toHaveCSS('font-size', '28px');
    await expect(demo.sendButton).toHaveCSS('text-transform', 'uppercase');
  });
});

test('every part that docs/theming.md names is there', async ({ demo, page, request }) => {
  test.slow();
  await page.clock.install();
  // What is there for a moment counts, too.
  await page.addInitScript(() => {
    const seen = new Set<string>();
    const note = () => {
      for (const { classList } of document.querySelectorAll('[class]'))
        for (const name of classList) seen.add(name);
    };
    new MutationObserver(note).observe(document, { childList: true, subtree: true });
    Object.assign(globalThis, { seenClasses: seen });
  });
  const seen = new Set<string>();
  for (const [, reach] of STATES) {
    await reach({ demo, page, request }, 'plain');
    const classes = await page.evaluate(() => [
      ...(globalThis as unknown as { seenClasses: Set<string> }).seenClasses,
    ]);
    for (const name of classes) seen.add(name);
  }
  expect(parts.filter((name) => !seen.has(name) && !RARE.includes(name))).toEqual([]);
});

test("text is as large as a person has set it in the browser, whatever the page's is (R-72, R-90) @chromium", async ({
  demo,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  await openHost(page, 'plain');
  await adopt(page, 'html { font-size: 10px }');
  const title = demo.widget.getByRole('heading', { name: 'Bind phone' });
  await expect(title).toHaveCSS('font-size', '40px');
  await expect(demo.codeField).toHaveCSS('font-size', '40px');
  const [inner, outer] = await demo.widget.evaluate((root) => [root.scrollWidth, root.clientWidth]);
  expect(inner).toBe(outer);
  await demo.phoneField.pressSequentially('13800138000');
  await expect(demo.phoneField).toHaveValue('138 0013 8000');
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 640 });
    const cutOff = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth;
    expect(await demo.phoneField.evaluate(cutOff), `${width} px wide`).toBe(false);
  }
});

test('with forced colours and less motion nothing is lost (R-73) @chromium', async ({
  demo,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await openHost(page, 'plain');
  await demo.countryButton.click();
  const highlighted = demo.widget.locator('[data-highlighted]');
  await expect(highlighted).toHaveCSS('outline-style', 'solid');
  const close = demo.widget.locator('.genauth-sheet-close');
  // A background would be gone.
  expect(await close.evaluate((e) => getComputedStyle(e, '::before').borderTopWidth)).toBe('2px');
  await close.click();
  await demo.addFault({ operation: 'sendSms', kind: 'hang' });
  await demo.phoneField.fill('13800138000');
  await demo.sendButton.click();
  await expect(demo.sendButton).toHaveAttribute('aria-busy', 'true');
  const animation = await demo.sendButton.evaluate(
    (e) => getComputedStyle(e, '::after').animationName,
  );
  expect(animation).toBe('none');
});

async function adopt(page: Page, css = ''): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, css);
}
