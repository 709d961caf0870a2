import { chineseNumber, expect, retype, test } from './demo.ts';

const config = { appHost: '/', appId: '64f0c1d2e3a4b5c6d7e8f901', locale: 'en', sandbox: true };

test.describe('config.json', () => {
  test('without the sandbox the app signs in at its tenant, and shows no phone of a demonstration', async ({
    demo,
    page,
  }) => {
    await page.route('**/config.json', (route) =>
      route.fulfill({ json: { ...config, sandbox: false } }),
    );
    await page.goto('/#/phone/bind');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'A new account' }).click();
    await expect(demo.phoneField).toBeVisible();
    await expect(demo.profilePhone).toHaveText('No phone bound');
    await expect(page.getByText('Your phone')).toHaveCount(0);
  });

  test('chooses the language', async ({ page }) => {
    await page.route('**/config.json', (route) =>
      route.fulfill({ json: { ...config, locale: 'zh-Hans-SG' } }),
    );
    await page.goto('/#/phone/bind');
    await expect(page.getByRole('heading', { name: '绑定手机号' })).toBeVisible();
  });

  const mistakes = [
    ['no address', { ...config, appHost: undefined }, 'appHost'],
    ['an address that is none', { ...config, appHost: 'https://' }, 'appHost'],
    ['an address without TLS', { ...config, appHost: 'http://a.example' }, 'must use https'],
    ['an address with a path', { ...config, appHost: 'https://a.example/b' }, 'no user, path'],
    ['no application', { ...config, appId: 7 }, 'appId'],
    ['an empty application', { ...config, appId: '' }, 'appId'],
    ['a word for yes', { ...config, sandbox: 'yes' }, 'sandbox'],
    ['an unknown way to sign in', { ...config, signIn: 'token' }, 'signIn'],
    ['a sandbox’s way at a tenant', { ...config, sandbox: false, signIn: 'sandbox' }, 'signIn'],
    ['no object', null, 'config.json'],
    ['no JSON', undefined, 'config.json'],
  ] as const;

  for (const [name, json, words] of mistakes) {
    test(`with ${name} is named as what to correct`, async ({ page }) => {
      await page.route('**/config.json', (route) =>
        route.fulfill(json === undefined ? { body: '{' } : { json }),
      );
      await page.goto('/#/phone/bind');
      await expect(page.getByRole('alert')).toContainText('The app is not set up.');
      await expect(page.getByRole('alert')).toContainText(words);
    });
  }

  test.describe('missing', () => {
    test.use({ callsMayFail: true });

    test('is named as what to correct', async ({ page }) => {
      await page.route('**/config.json', (route) => route.fulfill({ status: 404 }));
      await page.goto('/#/phone/bind');
      await expect(page.getByRole('alert')).toContainText('/config.json answered 404');
    });
  });
});

test.describe('the language', () => {
  test('changes in the middle of it all, and nothing typed is lost (F101)', async ({
    demo,
    page,
  }) => {
    const number = chineseNumber();
    await demo.open();
    await demo.send(number);
    await retype(demo.codeField, '1');
    await demo.bindButton.click();
    await demo.expectError(demo.codeField, 'Enter only the code');

    const typed = await demo.phoneField.inputValue();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('简体中文');
    const phone = page.getByRole('textbox', { name: '手机号' });
    const code = page.getByRole('textbox', { name: '验证码' });
    await expect(phone).toHaveValue(typed);
    await expect(code).toHaveValue('1');
    await expect(code).toHaveAccessibleDescription(/请只输入验证码/);
    await expect(demo.status).toContainText('验证码已发送至 +86');
    await expect(demo.widget).toHaveAttribute('lang', 'zh-CN');
    await expect(demo.widget).not.toContainText(/[a-z]{4}/i);

    await retype(code, await demo.codeFor(`+86${number}`));
    await page.getByRole('button', { name: '绑定手机号' }).click();
    await expect(demo.status).toHaveText(/^手机号已绑定：/);
    expect(await demo.calls('sendSms')).toBe(1);
  });

  test.describe('of a Chinese browser', () => {
    test.use({ locale: 'zh-CN' });

    test('is shown from the start, and text messages come in it', async ({ page }) => {
      await page.goto('/#/phone/bind');
      await retype(page.getByRole('textbox', { name: '手机号' }), chineseNumber());
      await page.getByRole('button', { name: '发送验证码' }).click();
      await expect(page.getByRole('log')).toContainText('您的验证码是');
    });
  });
});
