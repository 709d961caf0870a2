import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import { type Demo, expect, expectSettled } from '../demo.ts';
import { openElement, test } from './elementPage.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

test('labels, hints and the list belong together inside the shadow root (R-60)', async ({
  page,
  demo,
  element,
}) => {
  await openElement(page, { view: 'bind-phone' });
  await expectSettled(page);
  await page.getByText('Phone number', { exact: true }).click();
  await expect(demo.phoneField).toBeFocused();
  await expect(demo.phoneField).toHaveAttribute('autocomplete', /tel/);
  await expect(demo.codeField).toHaveAttribute('autocomplete', 'one-time-code');
  expect(
    await element.evaluate(({ shadowRoot }) =>
      [...(shadowRoot?.querySelectorAll('label') ?? [])].every(
        ({ control }) => control?.getRootNode() === shadowRoot,
      ),
    ),
  ).toBe(true);

  await demo.countryButton.press('Enter');
  const search = page.getByRole('combobox', { name: 'Search by name or code' });
  await search.pressSequentially('kingd');
  await expect(page.getByRole('option').first()).toContainText('+44');
  const isSameTree = await search.evaluate((input) => {
    const root = input.getRootNode() as ShadowRoot;
    const names = ['aria-activedescendant', 'aria-controls'];
    return names.every((name) => root.getElementById(input.getAttribute(name) ?? ''));
  });
  expect(isSameTree).toBe(true);
  // A press inside is no press outside, though the page sees the element alone.
  await page.getByRole('option').first().hover();
  await search.click();
  await expect(search).toBeVisible();
  await page.getByRole('heading', { name: 'Profile' }).click();
  await expect(search).toBeHidden();
});

test('Tab goes in, through every control and out again; focus() goes to the widget', async ({
  page,
  demo,
  widget,
  element,
}) => {
  await openElement(page, { view: 'bind-phone' });
  await expectSettled(page);
  const names = async () => {
    await page.keyboard.press('Tab');
    return page.evaluate(() => {
      const { activeElement } = document;
      const inner = activeElement?.shadowRoot?.activeElement ?? activeElement;
      return inner?.getAttribute('name') ?? inner?.textContent;
    });
  };
  await page.getByRole('button', { name: 'Before' }).focus();
  const order: unknown[] = [];
  for (let step = 0; step < 6; step += 1) order.push(await names());
  expect(order).toEqual(['+86', 'phone', 'Send code', 'code', 'Bind phone', 'After']);
  await page.keyboard.press('Shift+Tab');
  await expect(demo.bindButton).toBeFocused();
  await page.getByRole('button', { name: 'Before' }).focus();
  await element.evaluate((node: HTMLElement) => node.focus());
  await expect(widget).toBeFocused();
});

const faces: [name: string, reach: (demo: Demo) => Promise<void>][] = [
  ['at the start', async () => {}],
  ['with an error', (demo) => demo.awaken()],
  ['with the list open', (demo) => demo.countryButton.click()],
];

for (const [name, reach] of faces) {
  test(`axe finds nothing inside, ${name}, in the light and in the dark (R-60)`, async ({
    page,
    demo,
  }) => {
    await page.addInitScript({ path: axePath });
    await openElement(page, { view: 'bind-phone' });
    await expectSettled(page);
    await reach(demo);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof Axe };
        const { violations, passes } = await axe.run();
        const isInside = passes.some(({ nodes }) =>
          nodes.some(({ target }) => Array.isArray(target[0])),
        );
        return [
          isInside,
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`),
        ];
      });
      expect.soft(found, colorScheme).toEqual([true, []]);
    }
  });
}
