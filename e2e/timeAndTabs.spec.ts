import type { Page } from '@playwright/test';
import { chineseNumber, type Demo, expect, expectSettled, retype, test } from './demo.ts';

// Clocks that jump, pages that sleep, go and come back, and other tabs.

/** The seconds that the button waits, as it says. */
async function secondsLeft({ sendButton }: Demo): Promise<number> {
  await expect(sendButton).toHaveAccessibleDescription(/another code in \d+ second/);
  const id = (await sendButton.getAttribute('aria-describedby')) ?? '';
  const text = await sendButton
    .page()
    .locator(`[id="${id.split(' ')[0]}"]`)
    .innerText();
  return Number(/\d+/.exec(text)?.[0]);
}

/** Moves the wall clock of the page, and of every page after it; the monotonic one runs on. */
async function setClockOff(page: Page, hours: number): Promise<void> {
  const shift = (ms: number) => {
    const now = Date.now;
    Date.now = () => now() + ms;
  };
  await page.addInitScript(shift, hours * 3_600_000);
  await page.evaluate(shift, hours * 3_600_000);
}

/** Away and back to a page that is loaded anew; for one that the browser kept alive see `bfcache.spec.ts`. */
async function awayAndBack(page: Page): Promise<void> {
  // Firefox keeps no page alive that listens for this.
  await page.evaluate(() => addEventListener('unload', () => undefined));
  await page.goto('/?elsewhere');
  await page.goBack();
}

test('a clock that is set an hour ahead never makes a wait longer, also after a reload (F78)', async ({
  demo,
  page,
}) => {
  const number = await demo.openAndSend();
  await setClockOff(page, 1);
  // Whichever clock ran further is believed, for the sake of computers that slept: the server has the last word.
  await expect(demo.sendButton).not.toHaveAttribute('aria-disabled');
  await demo.reloadAndType(number);
  await expect(demo.sendButton).not.toHaveAttribute('aria-disabled');
  await demo.sendButton.click();
  await expect(demo.alert).toContainText('A code was asked for a short while ago');
  expect(await secondsLeft(demo)).toBeLessThanOrEqual(60);
});

test('a clock that is set an hour back never makes a wait longer, also after a reload (F79)', async ({
  demo,
  page,
}) => {
  const number = await demo.openAndSend();
  await setClockOff(page, -1);
  const before = await secondsLeft(demo);
  expect(before).toBeLessThanOrEqual(60);
  await demo.reloadAndType(number);
  expect(await secondsLeft(demo)).toBeLessThanOrEqual(60);
  expect(await demo.calls('sendSms')).toBe(1);
});

test('a hidden tab whose timers stand still shows the right time at once when it is seen again (F81)', async ({
  demo,
  page,
}) => {
  // First, so that the timers that stand still are those of this clock.
  await page.clock.install();
  await page.addInitScript(() => {
    const run = globalThis.setInterval;
    const page = { isHidden: false };
    Object.assign(globalThis, { tab: page });
    Object.defineProperty(document, 'visibilityState', {
      get: () => (page.isHidden ? 'hidden' : 'visible'),
    });
    Object.defineProperty(document, 'hidden', { get: () => page.isHidden });
    globalThis.setInterval = ((callback: () => void, ms: number) =>
      run(() => page.isHidden || callback(), ms)) as typeof setInterval;
  });
  const turn = (isHidden: boolean) =>
    page.evaluate((hidden) => {
      Object.assign((globalThis as unknown as { tab: object }).tab, { isHidden: hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  await demo.open();
  await demo.send(chineseNumber());
  await turn(true);
  const before = await secondsLeft(demo);
  await page.clock.fastForward('00:30');
  expect(await secondsLeft(demo)).toBeGreaterThan(before - 5);
  await turn(false);
  await expect(demo.sendButton).toHaveAccessibleDescription(/another code in (2\d|30) seconds/);
  await turn(true);
  await page.clock.fastForward('00:31');
  await turn(false);
  await expect(demo.status).toHaveText('You can ask for another code now.');
  await expect(demo.sendButton).not.toHaveAttribute('aria-disabled');
});

test('two tabs: what was sent in one waits in both, and neither is blocked for ever (F83)', async ({
  demo,
  page,
  context,
}) => {
  const number = chineseNumber();
  await page.clock.install();
  await demo.open();
  const tab = await context.newPage();
  await tab.goto(page.url());
  await expectSettled(tab);
  await retype(tab.getByRole('textbox', { name: 'Phone number' }), number);
  await page.bringToFront();
  await demo.send(number);
  const button = tab.getByRole('button', { name: 'Send again' });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAccessibleDescription(/another code in \d+ seconds/);
  // The clock is the context's.
  await tab.clock.fastForward('01:01');
  await expect(button).not.toHaveAttribute('aria-disabled');
});

test('bound in one tab, the other learns of it and takes it for its own success (F85)', async ({
  demo,
  page,
  context,
}) => {
  const number = await demo.openAndSend();
  const code = await demo.codeFor(`+86${number}`);
  const tab = await context.newPage();
  await tab.goto(page.url());
  await expectSettled(tab);
  await retype(tab.getByRole('textbox', { name: 'Phone number' }), number);
  await retype(tab.getByRole('textbox', { name: 'Verification code' }), code);
  await page.bringToFront();
  await demo.bind('+86', number);
  await tab.bringToFront();
  await tab.getByRole('button', { name: 'Bind phone' }).click();
  await expect(tab.locator('section.genauth').getByRole('status').first()).toHaveText(
    /^Phone bound: /,
  );
});

test('signed out and back: neither number nor code is there any more (F56)', async ({
  demo,
  page,
}) => {
  await demo.open();
  await demo.send(chineseNumber());
  await retype(demo.codeField, '123');
  await page.getByRole('button', { name: 'Start over with a new account' }).click();
  await expect(demo.profilePhone).toHaveText('No phone bound');
  await expect(demo.phoneField).toHaveValue('');
  await expect(demo.codeField).toHaveValue('');
  await awayAndBack(page);
  await expectSettled(page);
  await expect(demo.phoneField).toHaveValue('');
  await expect(demo.codeField).toHaveValue('');
});

test('away and back: the wait is right, nothing is sent, and the code still binds (F87)', async ({
  demo,
  page,
}) => {
  const number = await demo.openAndSend();
  const before = await secondsLeft(demo);
  await awayAndBack(page);
  await expectSettled(page);
  await expect(demo.phoneField).toBeVisible();
  await retype(demo.phoneField, number);
  expect(await secondsLeft(demo)).toBeLessThanOrEqual(before);
  await expect(demo.sendButton).not.toHaveAttribute('aria-busy');
  await demo.bind('+86', number);
  expect(await demo.calls('sendSms')).toBe(1);
});

test('reloaded in the middle of a call: no second one, and no spinner (F86, F59)', async ({
  demo,
  page,
}) => {
  const number = chineseNumber();
  await demo.open();
  await demo.awaken();
  await demo.addFault({ operation: 'sendSms', kind: 'delay', ms: 2_000 });
  await retype(demo.phoneField, number);
  const hasLeft = page.waitForRequest('**/send-sms');
  await demo.sendButton.click();
  await hasLeft;
  await demo.reloadAndType(number);
  await expect(demo.sendButton).not.toHaveAttribute('aria-busy');
  expect(await demo.calls('sendSms')).toBe(1);
});

test('Space held on the button sends once (F66)', async ({ demo, page }) => {
  const number = chineseNumber();
  await demo.open();
  await retype(demo.phoneField, number);
  await demo.sendButton.focus();
  for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('Space');
  await page.keyboard.up('Space');
  await demo.bind('+86', number);
  expect(await demo.calls('sendSms')).toBe(1);
});
