import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { britishNumber, chineseNumber, expect, expectSettled, retype, test } from './demo.ts';

// What stands between a sound form and a person: the page around it, the browser, and what else runs there.

/** The code of the newest message on the demonstration's phone, where only the page knows its account. */
async function codeOnPhone(page: Page): Promise<string> {
  const log = page.getByRole('log');
  await expect(log).toContainText(/\d{6}/);
  return /(?<!\d)\d{6}(?!\d)/.exec(await log.innerText())?.[0] ?? '';
}

for (const [what, breakStorage] of [
  [
    'throws when it is looked at',
    () =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Denied', 'SecurityError');
        },
      }),
  ],
  [
    'throws when it is read or written',
    () => {
      const deny = () => {
        throw new DOMException('Denied', 'SecurityError');
      };
      Object.assign(Storage.prototype, { getItem: deny, setItem: deny, removeItem: deny });
    },
  ],
  [
    'is full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('Full', 'QuotaExceededError');
      };
    },
  ],
] as const) {
  test(`storage that ${what}: a code is sent, waited for and binds (F105, R-31)`, async ({
    page,
    keepsSecrets,
  }) => {
    const number = chineseNumber();
    await page.addInitScript(breakStorage);
    await page.goto('/#/phone/bind');
    await expectSettled(page);
    const field = page.getByRole('textbox', { name: 'Phone number' });
    await retype(field, number);
    await page.getByRole('button', { name: 'Send code' }).click();
    const again = page.getByRole('button', { name: 'Send again' });
    await expect(again).toHaveAccessibleDescription(/another code in \d+ seconds/);
    const code = await codeOnPhone(page);
    keepsSecrets.codes.push(code);
    await retype(page.getByRole('textbox', { name: 'Verification code' }), code);
    await page.getByRole('button', { name: 'Bind phone' }).click();
    await expect(page.locator('section.genauth')).toContainText('Phone bound: ');
  });
}

test('a browser without newer APIs: from country to bound (F106)', async ({ demo, page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Intl, 'DisplayNames');
    Reflect.deleteProperty(Intl, 'Segmenter');
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
    Reflect.deleteProperty(Crypto.prototype, 'subtle');
    Reflect.deleteProperty(Crypto.prototype, 'randomUUID');
    Reflect.deleteProperty(globalThis, 'requestIdleCallback');
    Reflect.deleteProperty(globalThis, 'visualViewport');
    for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover']) {
      Reflect.deleteProperty(HTMLElement.prototype, name);
    }
    // Nor does such a browser hide what it does not know to be a popover.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':where([popover]) { display: block }');
    document.adoptedStyleSheets = [sheet];
  });
  const number = britishNumber();
  await demo.open();
  await demo.countryButton.press('Enter');
  const search = page.getByRole('combobox', { name: 'Search by name or code' });
  await expect(search).toBeFocused();
  await search.pressSequentially('44');
  await page.keyboard.press('Enter');
  await expect(demo.countryButton).toHaveAccessibleName(/\+44/);
  await retype(demo.phoneField, number);
  await demo.sendButton.click();
  await demo.bind('+44', number);
});

test('a page that is no secure context: no crypto.subtle, and no need of it (F106)', async ({
  demo,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'isSecureContext', { value: false });
    Reflect.deleteProperty(Crypto.prototype, 'subtle');
    Reflect.deleteProperty(Crypto.prototype, 'randomUUID');
    Reflect.deleteProperty(Navigator.prototype, 'clipboard');
  });
  const number = await demo.openAndSend();
  await demo.bind('+86', number);
});

test('what a password manager fills in without telling the page is sent and bound (F72)', async ({
  demo,
}) => {
  const number = chineseNumber();
  const silently = (field: typeof demo.phoneField, text: string) =>
    field.evaluate((input, value) => {
      const property = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      property?.set?.call(input, value);
    }, text);
  await demo.open();
  await silently(demo.phoneField, number);
  await demo.sendButton.click();
  await expect(demo.status).toHaveText(/^Code sent to /);
  await silently(demo.codeField, await demo.codeFor(`+86${number}`));
  await demo.bindButton.click();
  await demo.expectBound('+86', number);
  expect(await demo.calls('sendSms')).toBe(1);
});

/** Wraps every text, as the translator of a browser does, but for what must not be translated. */
function translate(): void {
  const widget = document.querySelector('.genauth') ?? document.body;
  const walker = document.createTreeWalker(widget, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (!text.data.trim() || text.parentElement?.closest('[translate=no], font')) continue;
    const font = document.createElement('font');
    text.replaceWith(font);
    font.append(text);
  }
}

test('a translator that wraps every text does not break the form (F75)', async ({ demo, page }) => {
  const number = chineseNumber();
  await demo.open();
  await page.evaluate(translate);
  await demo.sendButton.click();
  await demo.expectError(demo.phoneField, 'Enter a phone number');
  await page.evaluate(translate);
  await demo.send(number);
  await page.evaluate(translate);
  await retype(demo.codeField, '1');
  await demo.bindButton.click();
  await demo.expectError(demo.codeField, 'Enter only the code');
  await page.evaluate(translate);
  await demo.bind('+86', number);
});

test.describe('a page that tears the form apart', () => {
  test('can be gone on in after one press (F75, F76, R-33)', async ({ browser, baseURL }) => {
    // A page of its own: React reports what it caught, and that is no promise of silence.
    const page = await browser.newPage(baseURL ? { baseURL } : {});
    await page.goto('/#/phone/bind');
    const widget = page.locator('section.genauth');
    const field = widget.getByRole('textbox', { name: 'Phone number' });
    await widget.getByRole('button', { name: 'Send code' }).click();
    await expect(field).toHaveAccessibleDescription(/Enter a phone number/);
    await widget.getByText('Enter a phone number').evaluate((error) => error.remove());
    // The error has to go, and is gone.
    await field.pressSequentially('1');
    await expect(widget.getByRole('alert')).toContainText('This form stopped working.');
    await widget.getByRole('button', { name: 'Try again' }).click();
    await retype(field, chineseNumber());
    await widget.getByRole('button', { name: 'Send code' }).click();
    await expect(widget.getByRole('textbox', { name: 'Verification code' })).toBeFocused();
    await page.close();
  });
});

test('without any style sheet the form works all the same (F104, R-90)', async ({ demo, page }) => {
  const number = chineseNumber();
  await demo.open();
  await page.evaluate(() => {
    for (const sheet of document.styleSheets) sheet.disabled = true;
  });
  await demo.send(number);
  await demo.bind('+86', number);
});

test('a page that turns to right-to-left in the middle keeps everything (F103, R-78)', async ({
  demo,
  page,
}) => {
  const number = await demo.openAndSend();
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await demo.expectNumber(number);
  await expect(demo.codeField).toBeFocused();
  await expect(demo.status).toHaveText(/^Code sent to \S*\+86\s/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  for (const field of [demo.phoneField, demo.codeField]) {
    expect(await field.evaluate((input) => getComputedStyle(input).direction)).toBe('ltr');
  }
  await demo.bind('+86', number);
});

test('print, rotation and zoom in the middle lose nothing, and the field stays in view (F89)', async ({
  demo,
  page,
}) => {
  const number = await demo.openAndSend();
  await retype(demo.codeField, '12');
  await page.emulateMedia({ media: 'print' });
  await demo.expectNumber(number);
  await page.emulateMedia({ media: 'screen' });
  // Upright, on its side, and what a keyboard on the screen leaves.
  for (const [width, height] of [
    [390, 844],
    [844, 390],
    [390, 320],
  ] as const) {
    await page.setViewportSize({ width, height });
    await demo.codeField.scrollIntoViewIfNeeded();
    await expect(demo.codeField).toBeInViewport({ ratio: 1 });
    await expect(demo.codeField).toBeFocused();
  }
  await page.evaluate(() => {
    document.documentElement.style.zoom = '2';
  });
  await expect(demo.codeField).toHaveValue('12');
  await demo.expectNumber(number);
  await expect(demo.sendButton).toHaveAccessibleDescription(/another code in \d+ seconds/);
  await demo.bind('+86', number);
});

test.describe('a service worker', () => {
  test.use({
    callsMayFail: true,
    apiUrl: async ({ baseURL }, use) => {
      const proxy = await serveWithWorker(baseURL ?? '');
      await use(proxy.url);
      await proxy.close();
    },
  });

  test('that answers with its offline page is told from the service (F15)', async ({
    demo,
    page,
    apiUrl,
  }) => {
    const number = chineseNumber();
    await page.goto(`${apiUrl}/register.html`);
    await expect(page).toHaveTitle('ready');
    await page.goto(`${apiUrl}/#/phone/bind`);
    await expectSettled(page);
    await retype(demo.phoneField, number);
    await demo.sendButton.click();
    await expect(demo.alert).toContainText('an answer that makes no sense');
    await expect(demo.alert).toContainText('Check your connection');
    await demo.expectNumber(number);
    await expect(demo.widget).not.toContainText('Zyzzyva');
    expect(await demo.calls('sendSms')).toBe(0);
  });
});

const WORKER = `
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => {
    if (!event.request.url.endsWith('/send-sms')) return;
    const headers = { 'content-type': 'text/html' };
    event.respondWith(new Response('<h1>Zyzzyva</h1>', { headers }));
  });
`;

// The app's own policy lets no page register a worker without a Trusted Types policy: another page does.
const REGISTER = `<!doctype html><title>wait</title><link rel="icon" href="data:,"><script>
  navigator.serviceWorker.register('/worker.js');
  navigator.serviceWorker.ready.then(() => { document.title = 'ready'; });
</script>`;

/** The app at an origin of its own, with a service worker that no other test meets. */
async function serveWithWorker(target: string) {
  const server = createServer((request, response) => {
    const own = { '/worker.js': WORKER, '/register.html': REGISTER }[request.url ?? ''];
    if (own !== undefined) {
      const type = request.url === '/worker.js' ? 'text/javascript' : 'text/html';
      response.writeHead(200, { 'content-type': type }).end(own);
      return;
    }
    const { method, headers, url = '/' } = request;
    const passedOn = httpRequest(new URL(url, target), { ...(method && { method }), headers });
    passedOn.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(passedOn);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
