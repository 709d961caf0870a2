import type { Locator, Page } from '@playwright/test';
import { type Catalogue, en as enFirst } from '../../src/i18n/en.ts';
import { enContacts } from '../../src/i18n/enContacts.ts';
import { enFlow } from '../../src/i18n/enFlow.ts';
import { enProblems } from '../../src/i18n/enProblems.ts';
import { test as base, chineseNumber, expect } from '../demo.ts';
import { createLife } from '../life.ts';

/** The six forms, as consumers name them. */
export type View = `${'bind' | 'change' | 'unbind'}-${'phone' | 'email'}`;

/** One way in which a customer uses the widget. */
export interface Target {
  /** What it is, for the test's title. */
  name: string;
  /** Where it is served, with the sandbox at the same origin. Default: the app's address. */
  url?: string;
  /** The language in which it is shown. Default: English. */
  words?: Catalogue;
  /** Goes to a page that shows a form. */
  open: (page: Page, view: View) => Promise<unknown>;
  /** The element in which the form is, if a page has others. Default: the one named by its heading. */
  widget?: (page: Page, view: View, heading: string) => Locator;
}

export const english: Catalogue = {
  language: 'en',
  ...enFirst,
  ...enFlow,
  ...enContacts,
  problem: enProblems,
};

let addresses = 0;
const newAddress = () => {
  addresses += 1;
  return `journey-${base.info().workerIndex}-${addresses}-${chineseNumber()}@example.com`;
};

const contacts = [
  {
    kind: 'phone',
    make: chineseNumber,
    masked: (text: string) => `+86 ••• •••• ${text.slice(-4)}`,
    having: (phone: string) => ({ phone, phoneCountryCode: '+86', email: newAddress() }),
    without: () => ({ email: newAddress() }),
    words: {
      bind: 'bindPhone',
      change: 'changePhone',
      unbind: 'unbindPhone',
      field: 'phoneNumber',
      newField: 'newPhoneNumber',
      oldCode: 'oldPhoneCode',
      newCode: 'newPhoneCode',
      bound: 'phoneBound',
      changed: 'phoneChanged',
      unbound: 'phoneUnbound',
    },
    calls: { send: 'sendSms', bind: 'bindPhone', change: 'updatePhone', unbind: 'unbindPhone' },
  },
  {
    kind: 'email',
    make: newAddress,
    masked: (text: string) => `${text.slice(0, 2)}•••@example.com`,
    having: (email: string) => ({ email, phone: chineseNumber(), phoneCountryCode: '+86' }),
    without: () => ({ phone: chineseNumber(), phoneCountryCode: '+86' }),
    words: {
      bind: 'bindEmail',
      change: 'changeEmail',
      unbind: 'unbindEmail',
      field: 'emailAddress',
      newField: 'newEmailAddress',
      oldCode: 'oldEmailCode',
      newCode: 'newEmailCode',
      bound: 'emailBound',
      changed: 'emailChanged',
      unbound: 'emailUnbound',
    },
    calls: { send: 'sendEmail', bind: 'bindEmail', change: 'updateEmail', unbind: 'unbindEmail' },
  },
] as const;

/**
 * Binds, changes and removes a phone and an e-mail in a target, as its user would. Through the fixtures of `demo.ts` each
 * of these tests also promises: no report of the content security policy, no foreign request, no console output, and no
 * number, code or token where it does not belong.
 */
export function describeJourneys(target: Target): void {
  const { name, url, words = english, open } = target;
  const exactly = (role: 'button' | 'textbox', label: string) =>
    [role, { name: label, exact: true }] as const;

  base.describe(name, () => {
    const test = base.extend<{ life: ReturnType<typeof createLife> }>({
      life: async ({ page, request, demo, baseURL }, use) =>
        use(createLife(page, request, demo.account, baseURL ?? '')),
    });
    if (url) test.use({ baseURL: url });

    for (const contact of contacts) {
      const { kind, make, masked } = contact;
      const label = {
        bind: words[contact.words.bind],
        change: words[contact.words.change],
        unbind: words[contact.words.unbind],
        field: words[contact.words.field],
        newField: words[contact.words.newField],
      };

      async function show(page: Page, action: 'bind' | 'change' | 'unbind'): Promise<Locator> {
        const view: View = `${action}-${kind}`;
        await open(page, view);
        const widget =
          target.widget?.(page, view, label[action]) ??
          page.getByRole('region', { name: label[action], exact: true });
        await expect(widget).toBeVisible();
        return widget;
      }

      async function press(widget: Locator, button: string): Promise<void> {
        await widget.getByRole(...exactly('button', button)).click();
      }

      /** Has a code sent and enters it. */
      async function prove(life: ReturnType<typeof createLife>, widget: Locator, field: string) {
        const before = (await life.codes()).length;
        await press(widget, words.sendCode);
        await expect.poll(async () => (await life.codes()).length).toBe(before + 1);
        const [code = ''] = await life.codes();
        await widget.getByRole(...exactly('textbox', field)).fill(code);
      }

      async function fill(widget: Locator, field: string, text: string): Promise<void> {
        const input = widget.getByRole(...exactly('textbox', field));
        await expect(input).toBeVisible();
        if (kind === 'phone') {
          // The tenant's country, which a test that types faster than any hand has to wait for.
          const country = new RegExp(`^${words.countryCallingCode('')}.*\\+86$`);
          await expect(widget.getByRole('button', { name: country })).toBeVisible();
        }
        await input.fill(text);
      }

      test(`binds: ${kind}`, async ({ page, life, demo }) => {
        await life.account(contact.without());
        const text = make();
        const widget = await show(page, 'bind');
        await fill(widget, label.field, text);
        await prove(life, widget, words.verificationCode);
        await press(widget, label.bind);
        await expect(widget).toContainText(words[contact.words.bound](masked(text)));
        await expect(widget).toBeFocused();
        expect(await demo.calls(contact.calls.send)).toBe(1);
        expect(await demo.calls(contact.calls.bind)).toBe(1);
      });

      test(`changes: ${kind}`, async ({ page, life, demo }) => {
        await life.account(contact.having(make()));
        const text = make();
        const widget = await show(page, 'change');
        await prove(life, widget, words[contact.words.oldCode]);
        await press(widget, words.goOn);
        await fill(widget, label.newField, text);
        await prove(life, widget, words[contact.words.newCode]);
        await press(widget, label.change);
        await expect(widget).toContainText(words[contact.words.changed](masked(text)));
        expect(await demo.calls(contact.calls.change)).toBe(1);
      });

      test(`removes: ${kind}`, async ({ page, life, demo }) => {
        const text = make();
        await life.account(contact.having(text));
        const widget = await show(page, 'unbind');
        await expect(widget).toContainText(words.remaining);
        await prove(life, widget, words.verificationCode);
        await press(widget, words.unbindThis(masked(text)));
        await expect(widget).toContainText(words[contact.words.unbound](masked(text)));
        expect(await demo.calls(contact.calls.unbind)).toBe(1);
      });
    }
  });
}
