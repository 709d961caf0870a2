import type { Page } from '@playwright/test';
import { axePath, findViolations } from './axe.ts';
import { chineseNumber, type Demo, expect, retype, test, wrong } from './demo.ts';

/** Every face that the form shows on its way, and how to get there. */
const faces: [name: string, reach: (demo: Demo) => Promise<void>][] = [
  ['at the start', (demo) => demo.open()],
  [
    'with an error at the number',
    async (demo) => {
      await demo.open();
      await demo.sendButton.click();
      await demo.expectError(demo.phoneField, 'Enter a phone number');
    },
  ],
  [
    'with an error at the code',
    async (demo) => {
      const number = await demo.openAndSend();
      await retype(demo.codeField, wrong(await demo.codeFor(`+86${number}`)));
      await demo.bindButton.click();
      await demo.expectError(demo.codeField, 'This code is wrong');
    },
  ],
  [
    'with an error of the form',
    async (demo) => {
      const envelope = { statusCode: 499, message: '', requestId: 'a1b2c3d4e5f60718' };
      await demo.open();
      await demo.addFault({ operation: 'sendSms', kind: 'envelope', envelope });
      await retype(demo.phoneField, chineseNumber());
      await demo.sendButton.click();
      await expect(demo.alert).toContainText('This did not work');
    },
  ],
  [
    'with the list of countries open',
    async (demo) => {
      await demo.open();
      await demo.countryButton.click();
      await expect(demo.widget.getByRole('option').first()).toBeVisible();
    },
  ],
  [
    'after success',
    async (demo) => {
      const number = await demo.openAndSend();
      await demo.bind('+86', number);
    },
  ],
];

for (const [name, reach] of faces) {
  test.describe(name, () => {
    test('axe finds nothing, in the light and in the dark (R-60, R-62, R-73)', async ({
      demo,
      page,
    }) => {
      // Before the page's own scripts: its policy lets no other in later.
      await page.addInitScript({ path: axePath });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await reach(demo);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
        expect.soft(await findViolations(page), colorScheme).toEqual([]);
      }
    });

    test.describe('on a narrow screen', () => {
      test.use({ viewport: { width: 320, height: 640 } });

      test('nothing is cut off, and everything can be hit (R-70, R-72)', async ({ demo, page }) => {
        await reach(demo);
        expect.soft(await findTooWide(page)).toEqual([]);
        expect.soft(await findTooSmall(page)).toEqual([]);
      });
    });
  });
}

/** What reaches beyond the right edge, or makes the page scroll sideways. */
function findTooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = document.documentElement.scrollWidth > innerWidth;
    const parts = [...document.querySelectorAll('body *')].filter(
      (part) => part.checkVisibility() && part.getBoundingClientRect().right > innerWidth,
    );
    return [...(scrolls ? [document.body] : []), ...parts].map((part) => part.outerHTML);
  });
}

/** What can be pressed and is less than 24 px high or wide. */
function findTooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, [role=option]')]
      .filter((target) => target.checkVisibility() && !target.closest('[aria-hidden=true]'))
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ target, box }) => `${box.width} x ${box.height}: ${target.outerHTML}`),
  );
}

test('an error is spoken also where the focus is already, each time and in one way only (R-64)', async ({
  demo,
  page,
}) => {
  await demo.open();
  const spoken = demo.alert.filter({ hasText: 'one digit too short' });
  await retype(demo.phoneField, chineseNumber().slice(0, -1));
  await page.keyboard.press('Enter');
  await demo.expectError(demo.phoneField, 'one digit too short');
  await expect(spoken).toHaveCount(1);
  const first = await spoken.elementHandle();
  await page.keyboard.press('Enter');
  await expect.poll(() => first?.evaluate((element) => element.isConnected)).toBe(false);
  await expect(spoken).toHaveCount(1);
  // Whoever comes from elsewhere hears it at the field.
  await demo.sendButton.click();
  await expect(demo.phoneField).toBeFocused();
  await demo.expectError(demo.phoneField, 'one digit too short');
  await expect(spoken).toHaveCount(0);
});
