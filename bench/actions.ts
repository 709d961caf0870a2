import type { CDPSession, Page } from 'playwright';
import type { Driver } from './drivers.ts';
import type { Country } from './names.ts';

export interface Hand {
  page: Page;
  session: CDPSession;
  driver: Driver;
}

export interface Action {
  title: string;
  /** The country that the host has set. Default: China. */
  country?: Country;
  act: (hand: Hand) => Promise<void>;
  /** What ought to be handed over, or that nothing ought to be. */
  right: { value: string; country: string } | 'refused';
}

const NUMBER = '13812345678';
const CHINESE = { value: `+86${NUMBER}`, country: 'CN' };

/** What people do with the numbers that they have. */
export const ACTIONS: Action[] = [
  { title: `type \`${NUMBER}\``, act: typing(NUMBER), right: CHINESE },
  { title: `paste \`${NUMBER}\``, act: pasting(NUMBER), right: CHINESE },
  {
    title: `select all, paste \`${NUMBER}\``,
    act: pasting(NUMBER, 'ControlOrMeta+A'),
    right: CHINESE,
  },
  {
    title: 'paste full-width `１３８１２３４５６７８`',
    act: pasting('１３８１２３４５６７８'),
    right: CHINESE,
  },
  { title: `paste \`86${NUMBER}\``, act: pasting(`86${NUMBER}`), right: CHINESE },
  {
    title: 'paste `0044 7400 123456`',
    act: pasting('0044 7400 123456'),
    right: { value: '+447400123456', country: 'GB' },
  },
  { title: `paste \`tel:+86${NUMBER}\``, act: pasting(`tel:+86${NUMBER}`), right: CHINESE },
  {
    title: 'paste two numbers, `13812345678 / 13912345678`',
    act: pasting('13812345678 / 13912345678'),
    right: 'refused',
  },
  {
    title: 'type one digit too few, `1381234567`',
    act: typing('1381234567'),
    right: 'refused',
  },
  {
    title: `type \`${NUMBER}\`, choose the United States, then China again`,
    async act(hand) {
      await typing(NUMBER)(hand);
      await hand.driver.choose?.(hand.page, 'US');
      await hand.page.evaluate(() => window.measure.idle());
      await hand.driver.choose?.(hand.page, 'CN');
    },
    right: CHINESE,
  },
  { title: `compose \`${NUMBER}\` with an input method`, act: composing(NUMBER), right: CHINESE },
  {
    title: 'type `٠٥٠١٢٣٤٥٦٧` in the United Arab Emirates',
    country: 'AE',
    act: typing('٠٥٠١٢٣٤٥٦٧'),
    right: { value: '+971501234567', country: 'AE' },
  },
];

function typing(text: string) {
  return async ({ page }: Hand) => {
    await page.keyboard.type(text, { delay: 30 });
  };
}

/** With the keys that a person presses, from a field elsewhere on the page. */
function pasting(text: string, goTo = 'End') {
  return async ({ page, driver }: Hand) => {
    await page.evaluate((content) => {
      const area = document.body.appendChild(document.createElement('textarea'));
      area.value = content;
      area.select();
    }, text);
    await page.keyboard.press('ControlOrMeta+C');
    await page.evaluate(() => document.querySelector('body > textarea')?.remove());
    await page.click(driver.field);
    await page.keyboard.press(goTo);
    await page.keyboard.press('ControlOrMeta+V');
  };
}

function composing(text: string) {
  return async ({ page, session }: Hand) => {
    for (let length = 1; length <= text.length; length++) {
      await session.send('Input.imeSetComposition', {
        text: text.slice(0, length),
        selectionStart: length,
        selectionEnd: length,
      });
      await page.waitForTimeout(30);
    }
    await session.send('Input.insertText', { text });
  };
}
