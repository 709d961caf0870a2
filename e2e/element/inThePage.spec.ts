import type { Page } from '@playwright/test';
import { chineseNumber, expect, expectSettled, retype } from '../demo.ts';
import { countersOf, cycle } from './elementCycle.ts';
import { APP_ID, heardOn, openElement, serveElement, test } from './elementPage.ts';

const CODE = 'Verification code';

/** Adds an element to the page, as a script does that is in a hurry: first into the page, then its options. */
function addElement(page: Page, attributes: Record<string, string>, into = 'main'): Promise<void> {
  return page.evaluate(
    ([appId, place, given]) => {
      const added = document.createElement('genauth-account');
      document.querySelector(place)?.append(added);
      for (const [name, value] of Object.entries(given)) added.setAttribute(name, value);
      const getAccessToken = () =>
        localStorage.getItem('genauth-account-widget.demo-account') ?? undefined;
      Object.assign(added, { appId, appHost: location.origin, getAccessToken });
    },
    [APP_ID, into, attributes] as const,
  );
}

test.describe('moved, taken out and put back', () => {
  test('moved in one go it keeps what was typed and sent, and asks the tenant nothing again', async ({
    page,
    widget,
    demo,
  }) => {
    const number = chineseNumber();
    await openElement(page, { view: 'bind-phone' });
    await expectSettled(page);
    await demo.send(number);
    await retype(demo.codeField, '12');
    const asked = await demo.calls('getPublicConfig');
    await page.evaluate(() => {
      const moved = document.querySelector('genauth-account');
      if (moved) document.querySelector('aside')?.append(moved);
    });
    await expect(page.locator('aside').getByRole('textbox', { name: CODE })).toHaveValue('12');
    await demo.expectNumber(number);
    await expect(demo.sendButton).toHaveAccessibleDescription(/another code in \d+ seconds/);
    await retype(demo.codeField, await demo.codeFor(`+86${number}`));
    await demo.bindButton.click();
    await expect(widget).toContainText('Phone bound: ');
    expect(await demo.calls('getPublicConfig')).toBe(asked);
  });

  test('moved with its list of countries open, the list opens again at a press', async ({
    page,
    demo,
  }) => {
    await openElement(page, { view: 'bind-phone' });
    await expectSettled(page);
    await demo.countryButton.click();
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.evaluate(() => {
      const moved = document.querySelector('genauth-account');
      if (moved) document.querySelector('aside')?.append(moved);
    });
    await expect(page.getByRole('option').first()).toBeHidden();
    await demo.countryButton.click();
    await expect(page.getByRole('option').first()).toBeVisible();
  });

  test('taken out it is gone, and put back it begins anew', async ({ page, widget, demo }) => {
    await openElement(page, { view: 'bind-phone' });
    await expectSettled(page);
    await demo.phoneField.pressSequentially('138');
    await page.evaluate(async () => {
      const removed = document.querySelector('genauth-account');
      removed?.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (removed?.shadowRoot?.childElementCount !== 0) throw new Error('It is still rendered.');
      document.querySelector('aside')?.append(removed);
    });
    await expect(widget).toBeVisible();
    await expect(demo.phoneField).toHaveValue('');
  });

  // Chromium alone counts nodes, listeners and bytes for a page.
  test('two hundred times put in, typed into and taken out: nothing stays behind @chromium', async ({
    page,
    widget,
  }) => {
    test.setTimeout(300_000);
    await openElement(page, { view: 'bind-phone' });
    await expect(widget).toBeVisible();
    const session = await page.context().newCDPSession(page);
    await cycle(page, 100);
    const before = await countersOf(session);
    await cycle(page, 200);
    const after = await countersOf(session);
    expect(after.nodes - before.nodes).toBeLessThan(100);
    expect(after.listeners - before.listeners).toBeLessThan(50);
    // One form that is kept is tens of KiB; what compilers keep is some hundreds in all.
    expect(after.heap - before.heap).toBeLessThan(3_072 * 200);
  });
});

test('several on a page work each for itself', async ({ page, life, element, demo }) => {
  await life.account({});
  await openElement(page, { view: 'bind-phone' });
  await addElement(page, { view: 'bind-email' });
  await addElement(page, { view: 'bind-phone', locale: 'zh-CN' }, 'aside');
  const number = chineseNumber();
  const phone = element.nth(0).locator('section.genauth');
  const email = element.nth(1).locator('section.genauth');
  await expect(element.nth(2).getByRole('textbox', { name: '手机号' })).toBeVisible();
  await expect(email.getByRole('textbox', { name: 'E-mail address' })).toBeVisible();
  await life.fillNew(phone, 'Phone number', number, CODE);
  await phone.getByRole('button', { name: 'Bind phone' }).click();
  await expect(phone).toContainText('Phone bound: ');
  await expect(email.getByRole('textbox', { name: 'E-mail address' })).toHaveValue('');
  expect(await demo.calls('bindPhone')).toBe(1);
  expect((await heardOn(page)).map(([type]) => type)).toEqual(['before-send', 'sent', 'bound']);
});

test('what a page set before the script was there is kept, under an address with a query', async ({
  page,
  demo,
}) => {
  await page.goto('/bare');
  await addElement(page, { view: 'bind-email', locale: 'zh-CN' }, 'body');
  await page.evaluate(() => {
    const waiting = document.querySelector('genauth-account');
    Object.assign(waiting ?? {}, { view: 'bind-phone', preferredCountries: ['CN', 'GB'] });
  });
  // A variable: it is no module of this project.
  const script = '/element/genauth-account.js?v=1';
  await page.evaluate((address) => import(address), script);
  const country = page.getByRole('button', { name: /\+86$/ });
  await country.click();
  await expect(page.getByRole('option').nth(1)).toContainText('英国');
  await page.keyboard.press('Escape');
  const field = page.getByRole('textbox', { name: '手机号' });
  await retype(field, '138');
  // An option that changes later takes nothing away.
  await page.evaluate(() => document.querySelector('genauth-account')?.removeAttribute('locale'));
  await expect(page.getByRole('textbox', { name: 'Phone number' })).toHaveValue('138');
  // Nor does what was set early hide what is set late.
  await page.evaluate(() =>
    Object.assign(document.querySelector('genauth-account') ?? {}, { view: 'bind-email' }),
  );
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toBeVisible();
  expect(await demo.calls('sendSms')).toBe(0);
});

test.describe('a script from another origin', () => {
  const origin = 'https://scripts.test';
  test.use({ policySources: `'self' ${origin}`, otherOrigins: [origin] });

  test('finds its chunks beside it, not beside the page', async ({ page, demo }) => {
    const scripts: string[] = [];
    page.on('request', (sent) => {
      if (sent.resourceType() === 'script') scripts.push(new URL(sent.url()).origin);
    });
    await page.goto('/bare');
    await page.evaluate((address) => import(address), `${origin}/element/genauth-account.js`);
    await addElement(page, { view: 'bind-phone' }, 'body');
    await expectSettled(page);
    await demo.send(chineseNumber());
    await demo.countryButton.click();
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(scripts.length).toBeGreaterThan(4);
    expect([...new Set(scripts)]).toEqual([origin]);
  });
});

test('speaks the language around it, which a page may change', async ({ page, demo, element }) => {
  await openElement(page, { view: 'bind-phone' });
  await expect(demo.phoneField).toBeVisible();
  // The tenant's country has come: the groups of digits are its own.
  await expectSettled(page);
  await demo.phoneField.pressSequentially('138');
  await page.evaluate(() => {
    document.documentElement.lang = 'zh-CN';
  });
  await expect(page.getByRole('textbox', { name: '手机号' })).toHaveValue('138');
  await page.evaluate(() => document.querySelector('main')?.setAttribute('lang', 'en-GB'));
  await expect(demo.phoneField).toHaveValue('138');
  await element.evaluate((node) => node.setAttribute('locale', 'zh'));
  await expect(page.getByRole('textbox', { name: '手机号' })).toHaveValue('138');
});

test.describe('a developer', () => {
  // A page of its own: what is told in the console is no promise of silence.
  for (const [mistake, attributes, words] of [
    ['an unknown view', { view: 'bind-fax' }, /shows nothing: there is no view "bind-fax"/],
    ['no application', { view: 'bind-phone', 'app-id': '' }, /"app-id" is missing/],
  ] as const) {
    test(`is told of ${mistake} in the console, and the page shows nothing broken`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext(baseURL ? { baseURL } : {});
      await serveElement(context);
      const page = await context.newPage();
      const told = page.waitForEvent('console');
      await openElement(page, attributes);
      expect((await told).text()).toMatch(words);
      expect(await page.locator('genauth-account').evaluate((node) => node.clientHeight)).toBe(0);
      await context.close();
    });
  }

  test('is told of a second version on the page, and the first goes on', async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext(baseURL ? { baseURL } : {});
    await serveElement(context);
    const page = await context.newPage();
    const told = page.waitForEvent('console');
    await openElement(page, { view: 'bind-phone' });
    await expectSettled(page);
    const other = '/other/genauth-account.js';
    await page.evaluate((address) => import(address), other);
    expect((await told).text()).toContain('<genauth-account> is defined already');
    await page.getByRole('button', { name: 'Send code' }).click();
    const field = page.getByRole('textbox', { name: 'Phone number' });
    await expect(field).toHaveAccessibleDescription(/Enter a phone number/);
    await context.close();
  });
});

for (const [theme, surface] of [
  ['light', 'rgb(255, 255, 255)'],
  ['dark', 'rgb(22, 28, 38)'],
] as const) {
  test(`is ${theme} where the page says so, whatever the system says`, async ({ page, widget }) => {
    await page.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark' });
    await openElement(page, { view: 'bind-phone', 'data-genauth-theme': theme });
    await expect(widget).toHaveCSS('background-color', surface);
  });
}
