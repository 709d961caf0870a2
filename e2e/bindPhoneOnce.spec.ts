import { chineseNumber, expect, retype, test, wrong } from './demo.ts';

test.describe('the minute between two codes', () => {
  test('sends nothing, however the button is pressed (R-02, R-66)', async ({ demo }) => {
    const number = await demo.openAndSend();
    await expect(demo.sendButton).toHaveAttribute('aria-disabled', 'true');
    await expect(demo.sendButton).toHaveAccessibleDescription(/another code in \d+ seconds/);
    await demo.sendButton.click({ force: true });
    await demo.sendButton.dblclick({ force: true });
    await demo.sendButton.press('Enter');
    await expect(demo.sendButton).toBeFocused();
    await demo.sendButton.press('Space');
    await demo.phoneField.press('Enter');
    // What a gesture had sent would have arrived before this.
    await demo.bind('+86', number);
    expect(await demo.calls('sendSms')).toBe(1);
  });

  test('survives a reload, and so does the code (F86)', async ({ demo }) => {
    const number = await demo.openAndSend();
    const code = await demo.codeFor(`+86${number}`);
    await demo.reloadAndType(number);
    await expect(demo.sendButton).toHaveAttribute('aria-disabled', 'true');
    await expect(demo.sendButton).toHaveAccessibleDescription(/another code in \d+ seconds/);
    await retype(demo.codeField, code);
    await demo.bindButton.click();
    await demo.expectBound('+86', number);
    expect(await demo.calls('sendSms')).toBe(1);
  });

  test('belongs to the number: another one may be sent to at once (R-02)', async ({ demo }) => {
    const number = chineseNumber();
    const other = chineseNumber();
    await demo.open();
    await demo.send(number);
    await retype(demo.phoneField, other);
    await expect(demo.sendButton).not.toHaveAttribute('aria-disabled');
    await retype(demo.phoneField, number);
    await expect(demo.sendButton).toHaveAttribute('aria-disabled', 'true');
    await demo.send(other);
    expect(await demo.calls('sendSms')).toBe(2);
    await demo.bind('+86', other);
  });

  test('ends by itself, and says so (R-65, F80)', async ({ demo, page }) => {
    const number = chineseNumber();
    await page.clock.install();
    await demo.open();
    await demo.send(number);
    await page.clock.fastForward('00:40');
    await expect(demo.sendButton).toHaveAccessibleDescription(/another code in (1\d|20) seconds/);
    await page.clock.fastForward('00:21');
    await expect(demo.sendButton).not.toHaveAttribute('aria-disabled');
    await expect(demo.status).toHaveText('You can ask for another code now.');
    expect(await demo.calls('sendSms')).toBe(1);
  });
});

test.describe('one gesture, one request', () => {
  test('a double click sends once (F64)', async ({ demo }) => {
    const number = chineseNumber();
    await demo.open();
    await retype(demo.phoneField, number);
    await demo.sendButton.dblclick();
    await demo.bind('+86', number);
    expect(await demo.calls('sendSms')).toBe(1);
  });

  // A driven Firefox counts clicks by itself, by how soon one follows the other.
  test('a slow double click is not taken for an answer to what it brought up (R-02) @chromium', async ({
    demo,
    page,
  }) => {
    await demo.open();
    await retype(demo.phoneField, '01088886666');
    await demo.sendButton.click();
    await expect(demo.phoneField).toHaveAccessibleDescription(/This looks like a landline/);
    // The advice may have moved the button, or not by so much that the second half misses it.
    await demo.sendButton.hover();
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    await expect(demo.phoneField).toHaveAccessibleDescription(/This looks like a landline/);
    const number = chineseNumber();
    await retype(demo.phoneField, number);
    await demo.sendButton.click();
    await demo.bind('+86', number);
    expect(await demo.calls('sendSms')).toBe(1);
  });

  test('Enter and a click together send once (F65)', async ({ demo }) => {
    const number = chineseNumber();
    await demo.open();
    await demo.addFault({ operation: 'sendSms', kind: 'delay', ms: 300 });
    await retype(demo.phoneField, number);
    await demo.phoneField.press('Enter');
    await demo.sendButton.click({ force: true });
    await demo.sendButton.press('Enter');
    await demo.bind('+86', number);
    expect(await demo.calls('sendSms')).toBe(1);
  });

  test('a double click binds once', async ({ demo }) => {
    const number = await demo.openAndSend();
    await demo.addFault({ operation: 'bindPhone', kind: 'delay', ms: 300 });
    await retype(demo.codeField, await demo.codeFor(`+86${number}`));
    await demo.bindButton.dblclick();
    await demo.expectBound('+86', number);
    expect(await demo.calls('bindPhone')).toBe(1);
  });

  test.describe('while every call is refused', () => {
    test.use({ callsMayFail: true });

    for (const place of ['phoneField', 'sendButton'] as const) {
      test(`Enter held in the ${place} sends once (F66)`, async ({ demo, page }) => {
        await demo.open();
        await demo.addFault({ operation: 'sendSms', kind: 'http', status: 500, times: 20 });
        await retype(demo.phoneField, chineseNumber());
        await demo[place].focus();
        await page.keyboard.down('Enter');
        await expect(demo.alert).toContainText('The service has a problem');
        // Pressed again without being released: what a keyboard does by itself.
        for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('Enter');
        await page.keyboard.up('Enter');
        await expect(demo.alert).toContainText('The service has a problem');
        expect(await demo.calls('sendSms')).toBe(1);
      });
    }

    for (const place of ['codeField', 'bindButton'] as const) {
      test(`Enter held in the ${place} tries one code once (F66)`, async ({ demo, page }) => {
        const number = await demo.openAndSend();
        await retype(demo.codeField, wrong(await demo.codeFor(`+86${number}`)));
        await demo[place].focus();
        await page.keyboard.down('Enter');
        await demo.expectError(demo.codeField, 'This code is wrong');
        for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('Enter');
        await page.keyboard.up('Enter');
        await demo.bind('+86', number);
        expect(await demo.calls('bindPhone')).toBe(2);
      });
    }
  });
});
