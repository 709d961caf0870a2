import { chineseNumber, expect, holdBack, retype, test } from './demo.ts';

// A browser repeats a request by itself when a connection that it had kept open breaks before the first byte of
// an answer, once per open connection (F17). Faults that last longer than that reach the page.
const PAST_EVERY_REPEAT = 50;

test.use({ callsMayFail: true });

test.describe('a reply that is lost', () => {
  test('leaves everything as typed, and the next try works (F07, R-10, R-23)', async ({
    demo,
    page,
  }) => {
    const number = chineseNumber();
    await page.clock.install();
    await page.route('**/send-sms', (route) => route.abort('connectionreset'), { times: 1 });
    await demo.open();
    await retype(demo.phoneField, number);
    await demo.sendButton.click();
    await expect(demo.alert).toContainText('The service could not be reached');
    await demo.expectNumber(number);
    // It may have been sent all the same: a short pause, to look at the phone.
    await expect(demo.status).toContainText('If a code arrives, enter it.');
    await expect(demo.sendButton).toHaveAccessibleDescription(/another code in \d+ second/);
    await page.clock.fastForward('00:11');
    await demo.sendButton.click();
    await expect(demo.status).toHaveText(/^Code sent to /);
    await expect(demo.alert).toBeEmpty();
    await demo.bind('+86', number);
    expect(await demo.calls('sendSms')).toBe(1);
  });

  for (const kind of ['resetBeforeHeaders', 'resetInBody'] as const) {
    test(`is a problem of the connection, said in our words: ${kind} (F07, F08)`, async ({
      demo,
    }) => {
      const number = chineseNumber();
      await demo.open();
      await demo.addFault({ operation: 'sendSms', kind, times: PAST_EVERY_REPEAT });
      await retype(demo.phoneField, number);
      await demo.sendButton.click();
      await expect(demo.alert).toContainText('The service could not be reached');
      await expect(demo.status).toContainText('If a code arrives, enter it.');
      await demo.expectNumber(number);
    });
  }

  test('of a send: the code that arrives binds (F63)', async ({ demo }) => {
    const number = chineseNumber();
    await demo.open();
    const fault = { operation: 'sendSms', kind: 'commitThenLose' } as const;
    await demo.addFault({ ...fault, times: PAST_EVERY_REPEAT });
    await retype(demo.phoneField, number);
    await demo.sendButton.click();
    await expect(demo.status).toContainText('If a code arrives, enter it.');
    await demo.bind('+86', number);
  });

  test('of a send that the browser repeats: the code binds, and the minute runs (F17)', async ({
    demo,
  }) => {
    const number = chineseNumber();
    await demo.open();
    await demo.addFault({ operation: 'sendSms', kind: 'commitThenLose' });
    await retype(demo.phoneField, number);
    await demo.sendButton.click();
    await expect(demo.status).toContainText('If a code arrives, enter it.');
    await demo.bind('+86', number);
  });

  for (const times of [1, PAST_EVERY_REPEAT]) {
    test(`of a bind that worked: shown as bound (F62), with ${times} lost`, async ({ demo }) => {
      const number = await demo.openAndSend();
      await demo.addFault({ operation: 'bindPhone', kind: 'commitThenLose', times });
      await demo.bind('+86', number);
      await expect(demo.widget).not.toContainText('already');
    });
  }

  test('of a bind that did not work: an error, and the same code works again (F07)', async ({
    demo,
    page,
  }) => {
    const number = chineseNumber();
    await page.route('**/bind-phone', (route) => route.abort('connectionreset'), { times: 1 });
    await demo.open();
    await demo.send(number);
    const code = await demo.codeFor(`+86${number}`);
    await retype(demo.codeField, code);
    await demo.bindButton.click();
    await expect(demo.alert).toContainText('The service could not be reached');
    await expect(demo.codeField).toHaveValue(code);
    await demo.bindButton.click();
    await demo.expectBound('+86', number);
  });
});

test.describe('offline', () => {
  test('fails at once, and sends nothing by itself later (F01, R-25)', async ({
    demo,
    page,
    context,
  }) => {
    const number = chineseNumber();
    await demo.open();
    await demo.awaken();
    await retype(demo.phoneField, number);
    await context.setOffline(true);
    await demo.sendButton.click();
    await expect(demo.alert).toContainText('You are offline');
    await demo.expectNumber(number);

    const isBack = page.waitForResponse('**/sandbox/outbox');
    await context.setOffline(false);
    await isBack;
    expect(await demo.calls('sendSms')).toBe(0);
    // Nothing left the device, so there is nothing to wait for.
    await demo.sendButton.click();
    await demo.bind('+86', number);
    expect(await demo.calls('sendSms')).toBe(1);
  });

  test('before the form was touched: the next try fetches what it needs', async ({
    demo,
    context,
  }) => {
    const number = chineseNumber();
    await demo.open();
    await context.setOffline(true);
    await retype(demo.phoneField, number);
    await demo.sendButton.click();
    await expect(demo.alert).toContainText(/could not be reached|offline/);
    await demo.expectNumber(number);
    await context.setOffline(false);
    await demo.sendButton.click();
    await demo.bind('+86', number);
    expect(await demo.calls('sendSms')).toBe(1);
  });

  test('without the list of countries a number can still be typed', async ({ demo, page }) => {
    await page.route('**/CountryPicker-*.js', (route) => route.abort());
    await demo.open();
    await demo.countryButton.click();
    await expect(demo.widget).toContainText('The list of countries could not be loaded');
    await demo.widget.getByRole('button', { name: 'Close' }).click();
    await expect(demo.countryButton).toBeFocused();
    await demo.send(chineseNumber());
  });
});

test.describe('an answer that is none', () => {
  const requestId = 'a1b2c3d4e5f60718';
  const secret = 'Zyzzyva <img src=x onerror="throw 1">';
  const envelope = (statusCode: number, apiCode?: number) =>
    ({ kind: 'envelope', envelope: { statusCode, apiCode, message: secret, requestId } }) as const;
  const http = (status: number, body: string, headers = {}) =>
    ({ kind: 'http', status, body, headers }) as const;

  const answers = [
    ['500 with HTML (F18)', http(500, `<h1>${secret}</h1>`), 'The service has a problem'],
    ['502 with HTML (F19)', http(502, `<h1>${secret}</h1>`), 'The service has a problem'],
    ['504 with HTML (F21)', http(504, `<h1>${secret}</h1>`), 'The service has a problem'],
    ['200 with HTML (F04)', http(200, `<h1>${secret}</h1>`), 'an answer that makes no sense'],
    ['200, cut JSON (F31)', http(200, '{"statusCode":200,"mes'), 'an answer that makes no sense'],
    ['200, a list (F32)', http(200, '[]'), 'an answer that makes no sense'],
    ['403 of a firewall (F27)', http(403, `<h1>${secret}</h1>`), 'Something between you'],
    ['429 (F24)', http(429, secret), 'A code was asked for a short while ago'],
    ['an unknown reason (F40)', envelope(499, 999_999), 'This did not work'],
    ['no more messages', envelope(402), 'No more messages can be sent'],
    ['signed out (F51)', envelope(401, 2020), 'You are signed out'],
  ] as const;

  for (const [name, fault, words] of answers) {
    test(`is put in our words, never the server's: ${name} (F44, R-43)`, async ({ demo, page }) => {
      const number = chineseNumber();
      await demo.open();
      await demo.addFault({ operation: 'sendSms', ...fault });
      await retype(demo.phoneField, number);
      await demo.sendButton.click();
      await expect(demo.alert).toContainText(words);
      await expect(page.locator('body')).not.toContainText('Zyzzyva');
      await demo.expectNumber(number);
      if ('envelope' in fault) await expect(demo.widget).toContainText(requestId);
      else await expect(demo.widget).not.toContainText('requestId');
      expect(await demo.calls('sendSms')).toBe(1);
    });
  }

  test('that names the number is said at the number (F98)', async ({ demo }) => {
    const number = chineseNumber();
    await demo.open();
    await demo.addFault({ operation: 'sendSms', ...envelope(400, 2028) });
    await retype(demo.phoneField, number);
    await demo.sendButton.click();
    await demo.expectError(demo.phoneField, 'The service does not accept this number');
    await expect(demo.alert).toBeEmpty();
    await expect(demo.sendButton).not.toHaveAttribute('aria-disabled');
  });

  test('with an id gives it to support by one press (R-34)', async ({ demo, page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await demo.open();
    await demo.addFault({ operation: 'sendSms', ...envelope(500) });
    await retype(demo.phoneField, chineseNumber());
    await demo.sendButton.click();
    await demo.widget.getByRole('button', { name: 'Copy' }).click();
    await expect(demo.widget.getByRole('button', { name: 'Copied' })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(requestId);
  });

  test('with a time to wait makes the button wait that long (F22)', async ({ demo }) => {
    await demo.open();
    await demo.addFault({ operation: 'sendSms', ...http(429, '', { 'retry-after': '7' }) });
    await retype(demo.phoneField, chineseNumber());
    await demo.sendButton.click();
    await expect(demo.sendButton).toHaveAttribute('aria-disabled', 'true');
    await expect(demo.sendButton).toHaveAccessibleDescription(/in ([1-7] seconds|1 second)\./);
  });

  test('to a bind keeps number and code, and the next try works (R-10)', async ({ demo }) => {
    const number = await demo.openAndSend();
    await demo.addFault({ operation: 'bindPhone', ...http(500, `<h1>${secret}</h1>`) });
    const code = await demo.codeFor(`+86${number}`);
    await retype(demo.codeField, code);
    await demo.bindButton.click();
    await expect(demo.alert).toContainText('The service has a problem');
    await expect(demo.codeField).toHaveValue(code);
    await demo.expectNumber(number);
    await demo.bindButton.click();
    await demo.expectBound('+86', number);
    expect(await demo.calls('bindPhone')).toBe(2);
  });

  test('that is slow keeps the button busy and the focus where it was (F06)', async ({
    demo,
    page,
  }) => {
    const number = chineseNumber();
    await demo.open();
    const release = await holdBack(page, '**/send-sms');
    await retype(demo.phoneField, number);
    await demo.sendButton.click();
    await expect(demo.sendButton).toHaveAttribute('aria-busy', 'true');
    await expect(demo.sendButton).toBeFocused();
    release();
    await demo.bind('+86', number);
  });

  test('that never comes is given up on, and the code may still arrive (F05, R-22)', async ({
    demo,
    page,
  }) => {
    await page.clock.install();
    await demo.open();
    await demo.addFault({ operation: 'sendSms', kind: 'hang' });
    await retype(demo.phoneField, chineseNumber());
    const hasLeft = page.waitForRequest('**/send-sms');
    await demo.sendButton.click();
    await hasLeft;
    await page.clock.fastForward('00:16');
    await expect(demo.alert).toContainText('The service took too long to answer');
    await expect(demo.status).toContainText('If a code arrives, enter it.');
    await expect(demo.sendButton).not.toHaveAttribute('aria-busy');
  });
});
