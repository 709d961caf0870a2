import type { Page } from '@playwright/test';
import { chineseNumber, expect, retype, test } from './demo.ts';
import { STATES } from './hostCss/states.ts';
import { openHost } from './hosts/serveHosts.ts';

// The other half of hostCss.spec.ts: what the widget leaves alone in the page around it.

test('500 nodes of the page look as they did without us, in every state (R-91, R-51)', async ({
  demo,
  page,
  request,
}) => {
  test.slow();
  await page.clock.install();
  await openHost(page, 'nothing');
  const [nodes, rest] = [await page.evaluate(lookOfNodes), await page.evaluate(restOfPage)];
  expect(nodes).toHaveLength(500);
  for (const [name, reach] of STATES) {
    await reach({ demo, page, request }, 'framed');
    expect.soft(await page.evaluate(restOfPage), name).toEqual(rest);
    expect.soft(await page.evaluate(lookOfNodes), name).toEqual(nodes);
  }
});

/** Each kind of node that a page may have, and a mark of its computed style. Runs in the page. */
function lookOfNodes(): string[] {
  const KINDS =
    'a abbr address article aside b bdi blockquote button canvas caption cite code dd del details dfn dialog div dl dt em ' +
    'fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr i img input ins kbd label legend li main mark meter ' +
    'nav ol optgroup option output p pre progress q s samp search section select small span strong sub summary sup svg ' +
    'table tbody td textarea tfoot th thead time tr u ul var video';
  const kinds = KINDS.split(' ');
  const area = document.body.appendChild(document.createElement('div'));
  area.style.cssText = 'position: absolute; inset: 1000px 0 auto 0; inline-size: 600px';
  const nodes = Array.from({ length: 500 }, (_, index) => {
    const kind = kinds[index % kinds.length] ?? 'div';
    const parent = area.children[index - kinds.length * 2] ?? area;
    const node = parent.appendChild(document.createElement(kind));
    // Each kind has each of them in one of its rounds.
    const round = Math.floor(index / kinds.length);
    node.className =
      ['', 'button', 'control input', 'field', 'root dark'][(index + round) % 5] ?? '';
    if (index % 7 === 0) node.setAttribute('data-invalid', '');
    if (index % 11 === 0) node.setAttribute('role', 'alert');
    if (index % 13 === 0) node.setAttribute('aria-disabled', 'true');
    if (index % 17 === 0) node.hidden = true;
    return node;
  });
  // The same for every node, and slow to list.
  const properties = [...getComputedStyle(area)];
  const marks = nodes.map((node) => {
    const texts = ['', '::before', '::after', '::placeholder'].flatMap((pseudo) => {
      const style = getComputedStyle(node, pseudo);
      return properties.map((property) => style.getPropertyValue(property));
    });
    let mark = 0;
    for (const char of texts.join()) mark = (mark * 31 + char.charCodeAt(0)) | 0;
    return `${node.localName} ${mark}`;
  });
  area.remove();
  return marks;
}

/** What is everybody's in a page. Runs there. */
function restOfPage() {
  const attributes = ({ attributes: all }: Element) =>
    [...all].map(({ name, value }) => `${name}=${value}`);
  return {
    globals: Object.getOwnPropertyNames(window).sort(),
    ofObjects: Object.getOwnPropertyNames(Object.prototype).sort(),
    title: document.title,
    cookie: document.cookie,
    html: attributes(document.documentElement),
    body: attributes(document.body),
    inBody: [...document.body.children].map(({ localName }) => localName),
    // The bundler's own, for the chunks that it fetches.
    head: [...document.head.querySelectorAll(':not([rel=modulepreload])')].map((e) => e.outerHTML),
    history: history.length > 0 && location.pathname,
  };
}

for (const host of ['shadow', 'iframe', 'dialog', 'baseDialog', 'box', 'rtl']) {
  test(`a phone is bound in a page with the widget in ${host} (R-92)`, async ({ demo, page }) => {
    const number = chineseNumber();
    await openHost(page, host);
    const place: Pick<Page, 'getByRole'> = host === 'iframe' ? page.frameLocator('iframe') : page;
    const button = (name: string | RegExp) => place.getByRole('button', { name });
    await expect(button(/^Country calling code.*\+86$/)).toBeVisible();
    await retype(place.getByRole('textbox', { name: 'Phone number' }), number);
    await button('Send code').click();
    const code = place.getByRole('textbox', { name: 'Verification code' });
    await expect(code).toBeFocused();
    await retype(code, await demo.codeFor(`+86${number}`));
    await button('Bind phone').click();
    const widget = place.getByRole('region', { name: 'Bind phone' });
    await expect(widget).toContainText('Phone bound: ');
    // A dialog that traps the focus by script may take it for itself when what had it goes away.
    if (host === 'baseDialog')
      await expect(page.locator('[role=dialog]:focus-within')).toHaveCount(1);
    else await expect(widget).toBeFocused();
    await expect(widget).toHaveCSS('max-width', '480px');
  });
}
