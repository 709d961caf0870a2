import type { CDPSession, Page } from 'playwright';
import type { Driver } from './drivers.ts';

/** Of a display that draws 60 in a second, ms. */
const FRAME = 1000 / 60;
/** What its multiples have behind the point is spread evenly, however many there are. */
const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;
let keysPressed = 0;

/** A pointer comes near, rests until nothing more is loaded, and presses. Returns the milliseconds from then. */
export async function open(page: Page, session: CDPSession, button: string, option: string) {
  await page.hover(button);
  await page.evaluate(() => window.measure.idle());
  await page.evaluate((selector) => window.measure.setForPress(selector), option);
  const box = await page.locator(button).boundingBox();
  if (!box) throw new Error(`${button} cannot be seen.`);
  const at = {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    button: 'left',
    clickCount: 1,
  } as const;
  // Together: the time between would be this script's, not the page's.
  await Promise.all([
    session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at }),
    session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at }),
  ]);
  return page.evaluate(() => window.measure.read());
}

/** As Escape does. */
export async function close(page: Page, { list, option }: Driver): Promise<void> {
  await page.keyboard.press('Escape');
  if (option) await page.locator(option).first().waitFor({ state: 'hidden' });
  // What closed with an animation must not run into the next measurement.
  if (list) await page.waitForTimeout(500);
}

/** With the caret behind what is there. */
export async function focusField(page: Page, { field }: Driver): Promise<void> {
  await page.click(field);
  await page.keyboard.press('End');
  await page.evaluate(() => window.measure.idle());
}

/** Milliseconds that each key took. */
export async function type(page: Page, text: string, list?: string): Promise<number[]> {
  const times: number[] = [];
  for (const key of text) {
    await page.evaluate((selector) => window.measure.setForKey(selector), list);
    // As people's keys do, it comes at any moment of the display's rhythm: the last key was read right after a frame.
    await page.waitForTimeout(((keysPressed++ * GOLDEN_RATIO) % 1) * FRAME);
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    times.push(await page.evaluate(() => window.measure.read()));
  }
  return times;
}
