import { chineseNumber, expect, retype } from '../demo.ts';
import { heardOn, openElement, test } from './elementPage.ts';

const CODE = 'Verification code';
const address = () => `element-${chineseNumber()}@example.com`;

const contacts = [
  {
    kind: 'phone',
    field: 'Phone number',
    newField: 'New phone number',
    make: chineseNumber,
    masked: (text: string) => `+86 ••• •••• ${text.slice(-4)}`,
    state: (text: string) => ({ phone: text, phoneCountryCode: '+86', email: address() }),
    without: () => ({ email: address() }),
  },
  {
    kind: 'email',
    field: 'E-mail address',
    newField: 'New e-mail address',
    make: address,
    masked: (text: string) => `${text.slice(0, 2)}•••@example.com`,
    state: (text: string) => ({ email: text, phone: chineseNumber(), phoneCountryCode: '+86' }),
    without: () => ({ phone: chineseNumber(), phoneCountryCode: '+86' }),
  },
] as const;

for (const { kind, field, newField, make, masked, state, without } of contacts) {
  const noun = kind === 'phone' ? 'phone' : 'e-mail';

  test.describe(`the ${kind} in an element, under the strictest policy`, () => {
    test('is bound; the page hears each thing once, and only what its owner knows (A17)', async ({
      life,
      page,
      widget,
    }) => {
      await life.account(without());
      await openElement(page, { view: `bind-${kind}` });
      const text = make();
      await life.fillNew(widget, field, text, CODE);
      await widget.getByRole('button', { name: `Bind ${noun}` }).click();
      await expect(widget).toContainText(masked(text));
      await expect(widget).toBeFocused();
      const send = { purpose: 'bind', masked: masked(text) };
      await expect
        .poll(() => heardOn(page))
        .toEqual([
          ['before-send', send],
          ['sent', send],
          ['bound', { masked: masked(text) }],
        ]);
    });

    test('is changed', async ({ life, page, widget }) => {
      const old = make();
      const text = make();
      await life.account(state(old));
      await openElement(page, { view: `change-${kind}` });
      await life.confirmOld(widget);
      await life.fillNew(widget, newField, text, 'Code sent to');
      await widget.getByRole('button', { name: `Change ${noun}` }).click();
      await expect(widget).toContainText(masked(text));
      const toOld = { purpose: 'changeOld', masked: masked(old) };
      const toNew = { purpose: 'changeNew', masked: masked(text) };
      await expect
        .poll(() => heardOn(page))
        .toEqual([
          ['before-send', toOld],
          ['sent', toOld],
          ['before-send', toNew],
          ['sent', toNew],
          ['changed', { masked: masked(text) }],
        ]);
    });

    test('is removed', async ({ life, page, widget }) => {
      const text = make();
      await life.account(state(text));
      await openElement(page, { view: `unbind-${kind}` });
      await retype(widget.getByRole('textbox', { name: CODE }), await life.send(widget));
      await widget.getByRole('button', { name: `Unbind ${masked(text)}` }).click();
      await expect(widget).toBeFocused();
      const send = { purpose: 'unbind', masked: masked(text) };
      await expect
        .poll(() => heardOn(page))
        .toEqual([
          ['before-send', send],
          ['sent', send],
          ['unbound', { masked: masked(text) }],
        ]);
    });

    test('has a card whose open form is an attribute, for links to it', async ({
      life,
      page,
      widget,
      element,
    }) => {
      await life.account(state(make()));
      await openElement(page, { view: `${kind}-settings`, 'open-form': 'change' });
      await expect(widget.getByRole('textbox', { name: /^Code sent to/ })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(widget.getByRole('button', { name: 'Change' })).toBeFocused();
      await expect(element).not.toHaveAttribute('open-form');
      await widget.getByRole('button', { name: 'Unbind' }).click();
      await expect(element).toHaveAttribute('open-form', 'unbind');
      await expect(widget).toContainText('You can still sign in with:');
      await expect
        .poll(() => heardOn(page))
        .toEqual([
          ['view-change', {}],
          ['view-change', { openForm: 'unbind' }],
        ]);
    });
  });
}
