import { CHROMIUM_ARGS, findBrowser } from '../scripts/findBrowser.ts';
import { expect } from './demo.ts';
import { card, chooseAda, signIn, signInButton, test } from './signIn/site.ts';

const executablePath = findBrowser('chromium');

// As in `bfcache.spec.ts`: pages that the browser keeps alive come back as they were left.
test.use({
  launchOptions: {
    ...(executablePath && { executablePath }),
    args: CHROMIUM_ARGS,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

test.beforeEach(({ page }) =>
  page.addInitScript(() =>
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) document.documentElement.dataset.kept = 'true';
    }),
  ),
);

test('the Back button of the tenant’s page leads to a page that can sign in @chromium', async ({
  ada,
  page,
  site,
}) => {
  await page.goto('#/phone/bind');
  await signInButton(page).click();
  await expect(page.getByRole('button', { name: 'Ada (ada)' })).toBeVisible();
  await page.evaluate(() => history.back());
  await page.waitForURL(`${site.url}#/phone/bind`, { waitUntil: 'commit' });
  await expect(page.locator('[data-kept]')).toBeVisible();
  await signInButton(page).click();
  await chooseAda(page);
  await expect(ada.phoneField).toBeVisible();
});

test('the Back button after signing out shows nothing of the person (F56) @chromium', async ({
  ada: _,
  page,
  site,
}) => {
  await signIn(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Stay signed in' })).toBeVisible();
  await page.evaluate(() => history.back());
  await page.waitForURL(`${site.url}#/phone/bind`, { waitUntil: 'commit' });
  await expect(page.locator('[data-kept]')).toBeVisible();
  await expect(card(page)).toBeVisible();
  await expect(page.getByText('Ada')).toHaveCount(0);
});
