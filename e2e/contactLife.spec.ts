import type { APIRequestContext } from '@playwright/test';
import { test as base, chineseNumber, expect, expectSettled } from './demo.ts';
import { test as atForeignApi } from './foreignApi.ts';
import { createLife } from './life.ts';

type Life = ReturnType<typeof createLife>;

const test = base.extend<{ life: Life }>({
  life: async ({ page, request, demo, apiUrl }, use) =>
    use(createLife(page, request, demo.account, apiUrl)),
});

/** With an API of this test's own, whose settings nobody else has. */
const testOfTenant = atForeignApi.extend<{ life: Life }>({
  life: async ({ page, request, demo, apiUrl }, use) =>
    use(createLife(page, request, demo.account, apiUrl)),
});

const CODE = 'Verification code';

let addresses = 0;
const newAddress = () => {
  addresses += 1;
  return `life-${base.info().workerIndex}-${addresses}-${chineseNumber()}@example.com`;
};

const contacts = [
  {
    kind: 'phone',
    card: 'Phone',
    noun: 'phone',
    done: { bound: 'Phone bound: ', changed: 'Phone changed: ', unbound: 'Phone removed: ' },
    field: 'Phone number',
    newField: 'New phone number',
    newCode: 'Code sent to your new number',
    make: chineseNumber,
    masked: (text: string) => `+86 ••• •••• ${text.slice(-4)}`,
    state: (text: string) => ({ phone: text, phoneCountryCode: '+86', email: newAddress() }),
    without: () => ({ email: newAddress() }),
    setting: 'verifyOldPhone',
  },
  {
    kind: 'email',
    card: 'E-mail',
    noun: 'e-mail',
    done: { bound: 'E-mail bound: ', changed: 'E-mail changed: ', unbound: 'E-mail removed: ' },
    field: 'E-mail address',
    newField: 'New e-mail address',
    newCode: 'Code sent to your new address',
    make: newAddress,
    masked: (text: string) => `${text.slice(0, 2)}•••@example.com`,
    state: (text: string) => ({ email: text, phone: chineseNumber(), phoneCountryCode: '+86' }),
    without: () => ({ phone: chineseNumber(), phoneCountryCode: '+86' }),
    setting: 'verifyOldEmail',
  },
] as const;

for (const contact of contacts) {
  const { kind, noun, done, field, newField, newCode, make, masked } = contact;

  for (const from of ['card', 'link'] as const) {
    test.describe(`the ${kind}, from a ${from}`, () => {
      const bind = `Bind ${noun}`;
      const change = `Change ${noun}`;
      const unbind = `Unbind ${noun}`;

      test('is bound', async ({ life, page }) => {
        await life.account(contact.without());
        const text = make();
        await page.goto(from === 'card' ? '/' : `/#/${kind}/bind`);
        const widget = from === 'card' ? life.card(contact.card) : page.locator('section.genauth');
        if (from === 'card') await widget.getByRole('button', { name: bind }).click();
        await life.fillNew(widget, field, text, CODE);
        await widget.getByRole('button', { name: bind }).click();
        await expect(widget).toContainText(done.bound + masked(text));
        await expect(widget).toBeFocused();
        if (from === 'card')
          await expect(widget.getByRole('button', { name: 'Change' })).toBeVisible();
      });

      test('is changed, with a code to the old one and one to the new', async ({
        life,
        page,
        demo,
      }) => {
        await life.account(contact.state(make()));
        const text = make();
        await page.goto(from === 'card' ? '/' : `/#/${kind}/change`);
        const widget = from === 'card' ? life.card(contact.card) : page.locator('section.genauth');
        if (from === 'card') await widget.getByRole('button', { name: 'Change' }).click();
        await life.confirmOld(widget);
        await expect(widget.getByRole('textbox', { name: newField, exact: true })).toBeFocused();
        await life.fillNew(widget, newField, text, newCode);
        await widget.getByRole('button', { name: change }).click();
        await expect(widget).toContainText(done.changed + masked(text));
        const name = kind === 'phone' ? 'Phone' : 'Email';
        expect(await demo.calls(`verifyUpdate${name}Request`)).toBe(1);
        expect(await demo.calls(`update${name}`)).toBe(1);
      });

      test('is removed', async ({ life, page }) => {
        const text = make();
        await life.account(contact.state(text));
        await page.goto(from === 'card' ? '/' : `/#/${kind}/unbind`);
        const widget = from === 'card' ? life.card(contact.card) : page.locator('section.genauth');
        if (from === 'card') await widget.getByRole('button', { name: 'Unbind' }).click();
        await expect(widget).toContainText('You can still sign in with:');
        await widget.getByRole('textbox', { name: CODE }).fill(await life.send(widget));
        await widget.getByRole('button', { name: `Unbind ${masked(text)}` }).click();
        await expect(widget).toContainText(done.unbound + masked(text));
        await expect(widget).toBeFocused();
        if (from === 'card') await expect(widget.getByRole('button', { name: bind })).toBeVisible();
        else await expect(page.getByRole('heading', { name: unbind })).toBeVisible();
      });
    });
  }

  testOfTenant.describe('where the tenant does not check the old one', () => {
    const setOldCheck = async (request: APIRequestContext, url: string, isOn: boolean) => {
      const data = { [contact.setting]: isOn };
      await expect(await request.post(`${url}/sandbox/settings`, { data })).toBeOK();
    };

    testOfTenant.beforeEach(({ request, apiUrl }) => setOldCheck(request, apiUrl, false));

    for (const from of ['card', 'link'] as const)
      testOfTenant(
        `the ${kind} is changed in one step, from a ${from}`,
        async ({ life, page, demo }) => {
          await life.account(contact.state(make()));
          const text = make();
          await page.goto(from === 'card' ? '/' : `/#/${kind}/change`);
          const widget =
            from === 'card' ? life.card(contact.card) : page.locator('section.genauth');
          if (from === 'card') await widget.getByRole('button', { name: 'Change' }).click();
          await expect(widget.getByRole('textbox', { name: newField, exact: true })).toBeVisible();
          await expect(widget.getByText(/^Step /)).toBeHidden();
          await life.fillNew(widget, newField, text, newCode);
          await widget.getByRole('button', { name: `Change ${noun}` }).click();
          await expect(widget).toContainText(done.changed + masked(text));
          const change = widget.getByRole('button', { name: 'Change', exact: true });
          await expect(from === 'card' ? change : widget).toBeFocused();
          expect(await life.codes()).toHaveLength(1);
          const name = kind === 'phone' ? 'Phone' : 'Email';
          expect(await demo.calls(`verifyUpdate${name}Request`)).toBe(1);
          expect(await demo.calls(`update${name}`)).toBe(1);
        },
      );

    testOfTenant(
      `the ${kind} is changed in two when the server wants both`,
      async ({ life, page, request, apiUrl }) => {
        await life.account(contact.state(make()));
        await page.goto(`/#/${kind}/change`);
        const widget = page.locator('section.genauth');
        await expect(widget.getByRole('textbox', { name: newField, exact: true })).toBeVisible();
        await expect(widget.getByText(/^Step /)).toBeHidden();
        await life.fillNew(widget, newField, make(), newCode);
        await setOldCheck(request, apiUrl, true);
        await widget.getByRole('button', { name: `Change ${noun}` }).click();
        await expect(widget.getByText(/^Step 1 of 2: confirm your current /)).toBeVisible();
        await life.confirmOld(widget);
        await widget.getByRole('button', { name: `Change ${noun}` }).click();
        await expect(widget).toContainText(done.changed);
      },
    );
  });
}

test('the card notices on focus what the official SDK changed underneath', async ({
  life,
  page,
}) => {
  const [before, after] = [chineseNumber(), chineseNumber()];
  await life.account({ phone: before, phoneCountryCode: '+86', email: newAddress() });
  await page.goto('/');
  const widget = life.card('Phone');
  await expect(widget).toContainText(before.slice(-4));
  await widget.getByRole('button', { name: 'Change' }).click();
  await life.confirmOld(widget);
  const field = widget.getByRole('textbox', { name: 'New phone number' });
  await field.fill('13700001234');

  const sdk = life.sdk();
  type Sms = Parameters<typeof sdk.sendSms>[0];
  type Update = Parameters<typeof sdk.verifyUpdatePhoneRequest>[0];
  const [oldCode] = await life.codes();
  await sdk.sendSms({ channel: 'CHANNEL_BIND_PHONE', phoneNumber: after } as Sms);
  const [newCode] = await life.codes();
  const { data } = await sdk.verifyUpdatePhoneRequest({
    verifyMethod: 'PHONE_PASSCODE',
    phonePassCodePayload: {
      oldPhoneNumber: before,
      oldPhonePassCode: oldCode,
      newPhoneNumber: after,
      newPhonePassCode: newCode,
    },
  } as Update);
  await sdk.updatePhone({ updatePhoneToken: data.updatePhoneToken });

  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(widget).toContainText(`we first send a code to +86 ••• •••• ${after.slice(-4)}`);
  await expect(
    widget.getByRole('textbox', { name: 'Code sent to your current number' }),
  ).toBeFocused();
  await widget.getByRole('button', { name: 'Cancel' }).click();
  await expect(widget.getByRole('button', { name: 'Change' })).toBeFocused();
  await expect(widget).toContainText(after.slice(-4));
});

test('a reload in the first step of a change resumes there, and sends nothing', async ({
  life,
  page,
}) => {
  await life.account({ phone: chineseNumber(), phoneCountryCode: '+86', email: newAddress() });
  await page.goto('/#/phone/change');
  const widget = page.locator('section.genauth');
  const code = await life.send(widget);
  await page.reload();
  await expect(widget.getByRole('status').last()).toContainText('Code sent to');
  await expect(widget.getByRole('button', { name: 'Send again' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  expect(await life.codes()).toHaveLength(1);
  await widget.getByRole('textbox', { name: 'Code sent to your current number' }).fill(code);
  await widget.getByRole('button', { name: 'Continue' }).click();
  await expect(widget.getByRole('textbox', { name: 'New phone number' })).toBeFocused();
});

test('a reload in the second step of a change resumes there, and sends nothing', async ({
  life,
  page,
}) => {
  await life.account({ phone: chineseNumber(), phoneCountryCode: '+86', email: newAddress() });
  await page.goto('/#/phone/change');
  const widget = page.locator('section.genauth');
  await life.confirmOld(widget);
  const [oldCode = ''] = await life.codes();
  const text = chineseNumber();
  await life.fillNew(widget, 'New phone number', text, 'Code sent to your new number');
  const [newCode = ''] = await life.codes();
  await page.reload();
  await expect(widget.getByText('Step 2 of 2: confirm your new number')).toBeVisible();
  await widget.getByRole('textbox', { name: 'Code sent to your current number' }).fill(oldCode);
  await page.keyboard.press('Enter');
  const field = widget.getByRole('textbox', { name: 'New phone number' });
  await expect(field).toBeFocused();
  await expectSettled(page);
  await field.fill(text);
  await expect(widget.getByRole('button', { name: 'Send again' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await widget.getByRole('textbox', { name: 'Code sent to your new number' }).fill(newCode);
  await page.keyboard.press('Enter');
  await expect(widget).toContainText('Phone changed: ');
  expect(await life.codes()).toHaveLength(2);
});

test('Escape closes the form of a card and gives the focus back', async ({ life, page }) => {
  await life.account({ phone: chineseNumber(), phoneCountryCode: '+86', email: newAddress() });
  await page.goto('/');
  const widget = life.card('Phone');
  const change = widget.getByRole('button', { name: 'Change' });
  await change.click();
  await page.keyboard.type('12');
  await page.keyboard.press('Escape');
  await expect(change).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(
    widget.getByRole('textbox', { name: 'Code sent to your current number' }),
  ).toBeFocused();
  await expect(
    widget.getByRole('textbox', { name: 'Code sent to your current number' }),
  ).toHaveValue('12');
});

test.describe('the address to go back to', () => {
  test('is offered, and never followed by itself', async ({ life, page }) => {
    await life.account({ email: newAddress() });
    await page.goto('/#/phone/bind?return=/%3Ffrom%3Dmail');
    const back = page.getByRole('link', { name: /^Back to / });
    await expect(back).toHaveAttribute('href', /\/\?from=mail$/);
    const widget = page.locator('section.genauth');
    const number = chineseNumber();
    await life.fillNew(widget, 'Phone number', number, CODE);
    await widget.getByRole('button', { name: 'Bind phone' }).click();
    await expect(widget).toContainText('Phone bound: ');
    expect(new URL(page.url()).search).toBe('');
    await back.click();
    await expect(page).toHaveURL(/\?from=mail$/);
  });

  for (const address of [
    '//evil.example',
    'javascript:alert(1)',
    '\\\\evil.example',
    'https://evil.example/',
  ])
    test(`is not offered for ${address}`, async ({ demo, page }) => {
      await page.goto(`/#/phone/bind?return=${encodeURIComponent(address)}`);
      await expect(demo.phoneField).toBeVisible();
      await expect(page.getByRole('link', { name: 'To the profile' })).toBeVisible();
      await expect(page.getByRole('link', { name: /^Back to / })).toHaveCount(0);
    });
});
