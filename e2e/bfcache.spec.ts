import { CHROMIUM_ARGS, findBrowser } from '../scripts/findBrowser.ts';
import { expect, test } from './demo.ts';

const executablePath = findBrowser('chromium');

// Playwright switches Chromium's cache for going back off, and hears of no page that a stock Firefox takes out of its own.
test.use({
  launchOptions: {
    ...(executablePath && { executablePath }),
    args: CHROMIUM_ARGS,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

test('a page that the browser kept alive comes back with the right time and no stale spinner (F87) @chromium', async ({
  demo,
  page,
}) => {
  const number = await demo.openAndSend();
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => {
      document.title = `kept: ${persisted}`;
    }),
  );
  const code = await demo.codeFor(`+86${number}`);
  // Away and back as a person goes: by a link, and by the button of the browser.
  await page.evaluate(() => {
    location.href = '/?elsewhere#/phone/bind';
  });
  await page.waitForURL(({ search }) => search === '?elsewhere');
  await expect(demo.phoneField).toHaveValue('');
  await page.evaluate(() => history.back());
  await page.waitForURL(({ search }) => search === '', { waitUntil: 'commit' });
  await expect(page).toHaveTitle('kept: true');
  await demo.expectNumber(number);
  await expect(demo.sendButton).toHaveAccessibleDescription(/another code in \d+ seconds/);
  await expect(demo.sendButton).not.toHaveAttribute('aria-busy');
  await demo.codeField.pressSequentially(code);
  await demo.bindButton.click();
  await demo.expectBound('+86', number);
  expect(await demo.calls('sendSms')).toBe(1);
});
