import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from '@playwright/test';
import { test as base, chineseNumber, type Demo, expect, retype } from './demo.ts';
import { serveElement } from './element/elementPage.ts';

/** The form in a frame of another page (R-52, A09): the origins are two ports of this machine. */
const test = base.extend<{ foreignUrl: string }>({
  // A page of another origin that shows whatever address stands behind its `?`.
  foreignUrl: async ({ page: _ }, use) => {
    const server = createServer((request, response) => {
      const { search } = new URL(request.url ?? '', 'http://127.0.0.1');
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(framing(decodeURIComponent(search.slice(1))));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    await use(`http://127.0.0.1:${port}`);
    server.close();
    server.closeAllConnections();
  },
  otherOrigins: async ({ apiUrl, foreignUrl }, use) => use([new URL(apiUrl).origin, foreignUrl]),
});

const FORM = '/#/phone/bind';

test('in a page of the same origin it works as anywhere (R-52, A09)', async ({ demo, page }) => {
  await serveHost(page, FORM);
  await page.goto('/host.html');
  await bindIn(page.frameLocator('iframe'), demo);
});

test('in a page of another origin it sends nothing, says why, and leads out (R-52, A09)', async ({
  baseURL,
  context,
  demo,
  foreignUrl,
  page,
}) => {
  await page.goto(`${foreignUrl}/?${encodeURIComponent(baseURL + FORM)}`);
  const frame = page.frameLocator('iframe');
  await expectRefusal(frame, demo);
  const [own] = await Promise.all([
    context.waitForEvent('page'),
    frame.getByRole('link', { name: 'Open this page on its own' }).click(),
  ]);
  await expect(own).toHaveURL(baseURL + FORM);
  await bindIn(own, demo);
});

test('in a page of the same origin that another one frames it sends nothing, either (R-52, A09)', async ({
  baseURL,
  demo,
  foreignUrl,
  page,
}) => {
  await serveHost(page, FORM);
  await page.goto(`${foreignUrl}/?${encodeURIComponent(`${baseURL}/host.html`)}`);
  await expectRefusal(page.frameLocator('iframe').frameLocator('iframe'), demo);
});

test('in a sandboxed frame without an origin it sends nothing (R-52, A09)', async ({
  demo,
  page,
}) => {
  // A page without an origin may load scripts only where a server lets everybody.
  await page.route(/\/(assets\/|config\.json)/, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'access-control-allow-origin': '*' };
    await route.fulfill({ response, headers });
  });
  await serveHost(page, FORM, 'allow-scripts allow-forms');
  await page.goto('/host.html');
  await expectRefusal(page.frameLocator('iframe'), demo);
});

test('in a page of another origin it works where the host allows that (R-52)', async ({
  baseURL,
  demo,
  foreignUrl,
  page,
}) => {
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ json: { ...(await response.json()), allowFramed: true } });
  });
  await page.goto(`${foreignUrl}/?${encodeURIComponent(baseURL + FORM)}`);
  await bindIn(page.frameLocator('iframe'), demo);
});

for (const [attributes, works] of [
  ['view=bind-phone', false],
  ['view=bind-phone&allow-framed', true],
] as const) {
  test(`the element with ${attributes} ${works ? 'works' : 'sends nothing'} in a page of another origin (R-52)`, async ({
    baseURL,
    context,
    demo,
    foreignUrl,
    page,
  }) => {
    await serveElement(context);
    await page.goto(`${foreignUrl}/?${encodeURIComponent(`${baseURL}/profile?${attributes}`)}`);
    const frame = page.frameLocator('iframe');
    if (works) await bindIn(frame, demo);
    else await expectRefusal(frame, demo);
  });
}

/** Serves a page of the app's own origin that shows another one. */
async function serveHost(page: Page, address: string, sandbox?: string): Promise<void> {
  await page.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: framing(address, sandbox) }),
  );
}

function framing(address: string, sandbox?: string): string {
  const attribute = sandbox === undefined ? '' : ` sandbox="${sandbox}"`;
  return `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">
<iframe title="Account" width="600" height="900" src="${address}"${attribute}></iframe>`;
}

function partsOf(place: FrameLocator | Page) {
  const widget = place.locator('section.genauth');
  return {
    widget,
    phoneField: widget.getByRole('textbox', { name: 'Phone number' }),
    codeField: widget.getByRole('textbox', { name: 'Verification code' }),
    sendButton: widget.getByRole('button', { name: 'Send code' }),
    bindButton: widget.getByRole('button', { name: 'Bind phone' }),
    status: widget.getByRole('status').first(),
    alert: widget.getByRole('alert'),
  };
}

async function bindIn(place: FrameLocator | Page, demo: Demo): Promise<void> {
  const { widget, phoneField, codeField, sendButton, bindButton, status } = partsOf(place);
  const number = chineseNumber();
  await expect(widget.getByRole('button', { name: /^Country calling code.*\+86$/ })).toBeVisible();
  await retype(phoneField, number);
  await sendButton.click();
  await expect(status).toHaveText(/^Code sent to /);
  await retype(codeField, await demo.codeFor(`+86${number}`));
  await bindButton.click();
  await expect(status).toHaveText(/^Phone bound: /);
}

async function expectRefusal(place: FrameLocator, demo: Demo): Promise<void> {
  const { widget, phoneField, codeField, sendButton, bindButton, alert } = partsOf(place);
  const words = 'This page is shown inside a page of another site.';
  await expect(widget.getByRole('button', { name: /^Country calling code/ })).toBeVisible();
  const number = chineseNumber();
  await retype(phoneField, number);
  await sendButton.click();
  await expect(alert).toContainText(words);
  await retype(codeField, '482913');
  await expect(alert).toBeEmpty();
  await bindButton.click();
  await expect(alert).toContainText(words);
  // What was typed stays.
  await expect(codeField).toHaveValue('482913');
  expect(await demo.calls('sendSms')).toBe(0);
  expect(await demo.calls('bindPhone')).toBe(0);
}
