import type { Page } from '@playwright/test';
import { chineseNumber, type Demo, expect, holdBack, retype, test } from './demo.ts';

const digitsOf = (text: string) => text.replace(/\D/g, '');

/** Digits in the field, and how many of them stand left of the caret. */
async function digitsAndCaret({ phoneField }: Demo): Promise<[string, number]> {
  const { value, caret } = await phoneField.evaluate((input: HTMLInputElement) => ({
    value: input.value,
    caret: input.selectionStart ?? -1,
  }));
  return [digitsOf(value), digitsOf(value.slice(0, caret)).length];
}

/** Puts the caret behind so many digits, as a person does with the arrow keys. */
async function goAfterDigit(page: Page, demo: Demo, count: number) {
  await page.keyboard.press('Home');
  for (let presses = 0; presses < 30; presses++) {
    const [, left] = await digitsAndCaret(demo);
    if (left === count) return;
    await page.keyboard.press('ArrowRight');
  }
}

/** Puts a text on the clipboard by way of a field, which needs no permission in any browser. */
async function copy(page: Page, text: string) {
  await page.evaluate((content) => {
    const area = document.body.appendChild(document.createElement('textarea'));
    area.value = content;
    area.select();
  }, text);
  await page.keyboard.press('ControlOrMeta+C');
  await page.evaluate(() => document.querySelector('textarea')?.remove());
}

/** What a paste brings elsewhere. */
async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => document.body.appendChild(document.createElement('textarea')).focus());
  await page.keyboard.press('ControlOrMeta+V');
  return page.evaluate(() => {
    const area = document.querySelector('textarea');
    area?.remove();
    return area?.value ?? '';
  });
}

/** The field with its numbering plans loaded, in a country. */
async function ready(page: Page, demo: Demo, search = 'china') {
  const plans = page.waitForResponse(/phonePlans/);
  const format = page.waitForResponse(/formatDigits/);
  await demo.open();
  await demo.countryButton.click();
  await retype(page.getByRole('combobox', { name: /Search/ }), search);
  await page.keyboard.press('Enter');
  await demo.phoneField.focus();
  await Promise.all([plans, format]);
  await page.keyboard.type('1');
  await page.keyboard.press('Backspace');
}

const NUMBERS = [
  ['china', '13900139000'],
  ['united states', '2127365000'],
  ['united kingdom', '07975556677'],
  ['brazil', '11961234567'],
] as const;

test('what reads numbers and lists countries comes with the focus, though the browser is never idle', async ({
  page,
  demo,
}) => {
  await page.addInitScript({ content: 'window.requestIdleCallback = () => 0' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/#/phone/bind');
  await expect(demo.phoneField).toBeVisible();
  expect(asked.filter((url) => /phonePlans|formatDigits|CountryPicker/.test(url))).toEqual([]);
  const list = page.waitForResponse(/CountryPicker/);
  await demo.countryButton.focus();
  await list;
  const plans = [/phonePlans/, /formatDigits/].map((name) => page.waitForResponse(name));
  await demo.phoneField.focus();
  await Promise.all(plans);
  await page.keyboard.type('+8613900139000');
  await expect(demo.phoneField).toHaveValue('+86 139 0013 9000');
});

for (const [search, number] of NUMBERS) {
  test(`B1 the caret stays beside its digit, at every position: ${search}`, async ({
    demo,
    page,
  }) => {
    // Some hundred keys, each looked at.
    test.slow();
    await ready(page, demo, search);
    await page.keyboard.type(number);
    for (let at = 1; at <= number.length; at++) {
      await goAfterDigit(page, demo, at);
      await page.keyboard.press('Backspace');
      const without = number.slice(0, at - 1) + number.slice(at);
      expect(await digitsAndCaret(demo)).toEqual([without, at - 1]);
      await page.keyboard.type('9');
      const with9 = `${number.slice(0, at - 1)}9${number.slice(at)}`;
      expect(await digitsAndCaret(demo)).toEqual([with9, at]);
      await page.keyboard.press('Backspace');
      await page.keyboard.type(number.charAt(at - 1));
      expect(await digitsAndCaret(demo)).toEqual([number, at]);
      await page.keyboard.press('Delete');
      expect(await digitsAndCaret(demo)).toEqual([number.slice(0, at) + number.slice(at + 1), at]);
      if (at < number.length) await page.keyboard.type(number.charAt(at));
    }
  });
}

test('B2 Backspace right behind a bracket takes the digit before it', async ({ demo, page }) => {
  await ready(page, demo, 'united states');
  await page.keyboard.type('2127');
  await expect(demo.phoneField).toHaveValue('(212) 7');
  await page.keyboard.press('Home');
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Backspace');
  expect(await digitsAndCaret(demo)).toEqual(['217', 2]);
});

test('B2 as many Backspaces as digits empty the field', async ({ demo, page }) => {
  await ready(page, demo, 'united states');
  await page.keyboard.type('2127365000');
  for (let left = 9; left >= 0; left--) {
    await page.keyboard.press('Backspace');
    expect(await digitsAndCaret(demo)).toEqual(['2127365000'.slice(0, left), left]);
  }
});

test('B2 Ctrl and Backspace go on through a bracket', async ({ demo, page }) => {
  await ready(page, demo, 'united states');
  await page.keyboard.type('2127365000');
  for (let stroke = 0; stroke < 5; stroke++) await page.keyboard.press('Control+Backspace');
  await expect(demo.phoneField).toHaveValue('');
});

test('what was pasted, typed, cut or deleted is undone and redone, and no digit is doubled', async ({
  demo,
  page,
}) => {
  const { phoneField } = demo;
  await ready(page, demo);
  await copy(page, '13812345678');
  await phoneField.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(phoneField).toHaveValue('138 1234 5678');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(phoneField).toHaveValue('');
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(phoneField).toHaveValue('138 1234 5678');

  await copy(page, '0044 7400 123456');
  await phoneField.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
  await expect(phoneField).toHaveValue('7400 123456');
  await expect(demo.countryButton).toHaveText('+44');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(phoneField).toHaveValue('138 1234 5678');
  await expect(demo.countryButton).toHaveText('+86');

  await goAfterDigit(page, demo, 3);
  await page.keyboard.press('Delete');
  await expect(phoneField).toHaveValue('138 2345 678');
  await page.keyboard.press('ControlOrMeta+Z');
  expect(await digitsAndCaret(demo)).toEqual(['13812345678', 4]);

  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+X');
  await expect(phoneField).toHaveValue('');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(phoneField).toHaveValue('138 1234 5678');
  await page.keyboard.press('Control+Y');
  await expect(phoneField).toHaveValue('');
});

test('what was typed elsewhere is undone alone', async ({ demo, page }) => {
  await ready(page, demo);
  await page.keyboard.type('13900139000');
  await goAfterDigit(page, demo, 3);
  await page.keyboard.type('7');
  await expect(demo.phoneField).toHaveValue('13 970 013 9000');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(demo.phoneField).toHaveValue('139 0013 9000');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(demo.phoneField).toHaveValue('');
});

// A driven Firefox drags nothing.
test('B1 digits dragged within the field land where they are dropped @chromium', async ({
  demo,
  page,
}) => {
  await ready(page, demo);
  await page.keyboard.type('13812345678');
  const { phoneField } = demo;
  // The last four, by their place on the screen.
  const { start, end, target, y } = await phoneField.evaluate((input: HTMLInputElement) => {
    const style = getComputedStyle(input);
    const context = document.createElement('canvas').getContext('2d');
    if (!context) throw new Error('No canvas.');
    context.font = `${style.fontSize} ${style.fontFamily}`;
    const box = input.getBoundingClientRect();
    const left = box.left + Number.parseFloat(style.paddingLeft);
    const widthOf = (text: string) => context.measureText(text).width;
    input.setSelectionRange(9, 13);
    return {
      start: left + widthOf('138 1234 5'),
      end: left + widthOf('138 1234 567'),
      target: left + widthOf('138'),
      y: box.top + box.height / 2,
    };
  });
  await page.mouse.move((start + end) / 2, y);
  await page.mouse.down();
  await page.mouse.move((start + target) / 2, y, { steps: 4 });
  await page.mouse.move(target, y, { steps: 4 });
  await page.mouse.up();
  await expect(phoneField).toHaveValue('138 5678 1234');
});

test('a selection stays while the code that reads numbers arrives', async ({ demo, page }) => {
  const letThrough = await holdBack(page, /phoneFlow/);
  await demo.open();
  const { phoneField } = demo;
  await phoneField.focus();
  await page.keyboard.type('13812345678');
  await page.keyboard.press('ControlOrMeta+A');
  letThrough();
  await expect(phoneField).toHaveValue('138 1234 5678');
  await page.keyboard.type('139');
  await expect(phoneField).toHaveValue('139');
});

test('B3 a letter changes nothing and is answered once', async ({ demo, page }) => {
  await ready(page, demo);
  await page.keyboard.type('139');
  const answers = await demo.status.evaluateHandle((status) => {
    const texts: string[] = [];
    new MutationObserver(() => texts.push(status.textContent ?? '')).observe(status, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return texts;
  });
  await demo.phoneField.evaluate((input: HTMLInputElement) => {
    input.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Unidentified', keyCode: 229, bubbles: true }),
    );
    input.setRangeText('a', 3, 3, 'end');
    input.dispatchEvent(
      new InputEvent('input', { data: 'a', inputType: 'insertText', bubbles: true }),
    );
  });
  expect(await digitsAndCaret(demo)).toEqual(['139', 3]);
  await expect(demo.status).toHaveText('Only digits belong here, and a + in front.');
  await page.keyboard.type('bc');
  expect(await digitsAndCaret(demo)).toEqual(['139', 3]);
  expect(await answers.jsonValue()).toEqual(['Only digits belong here, and a + in front.']);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('x');
  expect(await digitsAndCaret(demo)).toEqual(['139', 1]);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.type('x5');
  expect(await digitsAndCaret(demo)).toEqual(['1539', 2]);
});

// Only Chromium lets a test compose.
test('B5 an input method composes a number once @chromium', async ({ demo, page }) => {
  await ready(page, demo);
  const session = await page.context().newCDPSession(page);
  for (const full of ['13900139000', '１３９００１３９０００']) {
    for (let length = 1; length <= full.length; length++) {
      await session.send('Input.imeSetComposition', {
        text: full.slice(0, length),
        selectionStart: length,
        selectionEnd: length,
      });
      await expect(demo.phoneField).toHaveValue(full.slice(0, length));
    }
    await session.send('Input.insertText', { text: full });
    await expect(demo.phoneField).toHaveValue('139 0013 9000');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Backspace');
  }
});

const CLIPBOARD = [
  ['13812345678', '138 1234 5678', 'China +86'],
  ['１３８１２３４５６７８', '138 1234 5678', 'China +86'],
  ['8613812345678', '138 1234 5678', 'China +86'],
  ['0044 7975 556677', '7975 556677', 'United Kingdom +44'],
  ['tel:+86-139-0013-9000', '139 0013 9000', 'China +86'],
  ['\u2068+86 139 0013 9000\u2069', '139 0013 9000', 'China +86'],
  ['(+86)13900139000', '139 0013 9000', 'China +86'],
  ['微信同号 13900139000', '139 0013 9000', 'China +86'],
  ['+44 7975 556677', '7975 556677', 'United Kingdom +44'],
  ['13900139000/13700137000', '13900139000/13700137000', 'China +86'],
] as const;

for (const [text, shown, country] of CLIPBOARD) {
  test(`B6 pasting "${text}" shows "${shown}" beside ${country}`, async ({ demo, page }) => {
    await ready(page, demo);
    await copy(page, text);
    await demo.phoneField.focus();
    await page.keyboard.press('ControlOrMeta+V');
    await expect(demo.phoneField).toHaveValue(shown);
    await expect(demo.countryButton).toHaveAccessibleName(`Country calling code, ${country}`);
  });
}

test('B6 two numbers are refused, and stay to be corrected', async ({ demo, page }) => {
  await ready(page, demo);
  await copy(page, '13900139000、13700137000');
  await demo.phoneField.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await demo.sendButton.click();
  await demo.expectError(demo.phoneField, 'more than one number');
  await expect(demo.phoneField).toHaveValue('13900139000、13700137000');
  expect(await demo.calls('sendSms')).toBe(0);
});

test('R-79 a text that was kept is corrected as in any field, and loses nothing else', async ({
  demo,
  page,
}) => {
  const { phoneField } = demo;
  const type = async (key: string, times: number) => {
    for (let presses = 0; presses < times; presses++) await page.keyboard.press(key);
  };
  await ready(page, demo);
  await copy(page, 'mob 13900139000 home 13700137000');
  await phoneField.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await page.keyboard.press('Home');
  await type('ArrowRight', 3);
  await page.keyboard.type('abc');
  await expect(phoneField).toHaveValue('mobabc 13900139000 home 13700137000');
  await type('Backspace', 6);
  await type('Delete', 1);
  await expect(phoneField).toHaveValue('13900139000 home 13700137000');
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Backspace');
  await expect(phoneField).toHaveValue('13900139000 home ');
  await type('Backspace', 6);
  await expect(phoneField).toHaveValue('139 0013 9000');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(phoneField).toHaveValue('13900139000 ');
});

test('B6 a piece is pasted where the caret stands', async ({ demo, page }) => {
  await ready(page, demo);
  await copy(page, '0013');
  await demo.phoneField.focus();
  await page.keyboard.type('1399000');
  await goAfterDigit(page, demo, 3);
  await page.keyboard.press('ControlOrMeta+V');
  await expect(demo.phoneField).toHaveValue('139 0013 9000');
});

for (const text of ['13912345678', '微信13912345678', '13912345678。', '+86 139 1234 5678']) {
  test(`B6 pasting "${text}" over another number replaces it`, async ({ demo, page }) => {
    await ready(page, demo);
    await copy(page, text);
    await demo.phoneField.focus();
    await page.keyboard.type('13900139000');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+V');
    await page.keyboard.press('Tab');
    await expect(demo.phoneField).toHaveValue('139 1234 5678');
    await expect(demo.status).toHaveText('');
  });
}

for (const [text, shown, country] of [
  ['+447975556677', '7975 556677', 'United Kingdom +44'],
  ['8613900139000', '139 0013 9000', 'China +86'],
  ['+86 139-0013-9000', '139 0013 9000', 'China +86'],
] as const) {
  test(`B4 autofill with "${text}" shows "${shown}" beside ${country}`, async ({ demo, page }) => {
    await ready(page, demo);
    await demo.phoneField.evaluate((input: HTMLInputElement, filled) => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
      set?.call(input, filled);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
    await expect(demo.phoneField).toHaveValue(shown);
    await expect(demo.countryButton).toHaveAccessibleName(`Country calling code, ${country}`);
  });
}

test('B7 cutting the whole field gives E.164 and leaves nothing', async ({ demo, page }) => {
  await ready(page, demo);
  await page.keyboard.type('13900139000');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+X');
  await expect(demo.phoneField).toHaveValue('');
  expect(await pasted(page)).toBe('+8613900139000');
  await demo.sendButton.click();
  expect(await demo.calls('sendSms')).toBe(0);
});

test('B7 copying the whole field gives E.164, a part gives that part', async ({ demo, page }) => {
  await ready(page, demo);
  await page.keyboard.type('13900139000');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+C');
  expect(await pasted(page)).toBe('+8613900139000');
  await demo.phoneField.focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ControlOrMeta+C');
  expect(await pasted(page)).toBe('139');
});

test('B8 choosing another country and back keeps every digit', async ({ demo, page }) => {
  await ready(page, demo);
  await page.keyboard.type('13900139000');
  for (const [search, shown] of [
    ['united states', '1 (390) 013-9000'],
    ['china', '139 0013 9000'],
  ] as const) {
    await demo.countryButton.click();
    await retype(page.getByRole('combobox', { name: /Search/ }), search);
    await page.keyboard.press('Enter');
    await expect(demo.phoneField).toHaveValue(shown);
  }
});

test('B10 a number too long is shown whole, and said to be', async ({ demo, page }) => {
  await ready(page, demo);
  await page.keyboard.type('139001390001');
  expect(digitsOf(await demo.phoneField.inputValue())).toBe('139001390001');
  await demo.sendButton.click();
  await demo.expectError(demo.phoneField, 'one digit too long');
});

test('B11 in a page from right to left the code stays left of the number', async ({
  demo,
  page,
}) => {
  await ready(page, demo);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await copy(page, '٠٥٥');
  await demo.phoneField.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(demo.phoneField).toHaveValue('055');
  const [button, input] = await Promise.all([
    demo.countryButton.boundingBox(),
    demo.phoneField.boundingBox(),
  ]);
  expect(button?.x).toBeLessThan(input?.x ?? 0);
  expect(await demo.phoneField.evaluate((node) => getComputedStyle(node).direction)).toBe('ltr');
});

test('B12 B18 asks for a keypad with a plus, and does not make a phone zoom', async ({ demo }) => {
  await demo.open();
  for (const [field, attributes] of [
    [demo.phoneField, { type: 'tel', inputmode: 'tel', autocomplete: 'tel' }],
    [demo.codeField, { type: 'text', inputmode: 'numeric', autocomplete: 'one-time-code' }],
  ] as const) {
    for (const [name, value] of Object.entries(attributes)) {
      await expect(field).toHaveAttribute(name, value);
    }
    const size = await field.evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
    expect(size).toBeGreaterThanOrEqual(16);
  }
});

test('B20 takes at most 40 elements while closed', async ({ demo }) => {
  await demo.open();
  const field = demo.widget.locator('.genauth-field').first();
  expect(await field.locator('*').count()).toBeLessThanOrEqual(40);
});

test.describe('without the numbering plans', () => {
  test.use({ callsMayFail: true });

  test('the field takes, sends and binds a number', async ({ demo, page }) => {
    const number = chineseNumber();
    await page.route(/phonePlans|formatDigits/, (route) => route.abort());
    await demo.open();
    await demo.phoneField.focus();
    await page.keyboard.type(number);
    await expect(demo.phoneField).toHaveValue(number);
    await demo.sendButton.click();
    await demo.bind('+86', number);
  });
});
