import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { type Demo, expect, holdBack, retype, test } from './demo.ts';
import { openHost } from './hosts/serveHosts.ts';

const SCREENS = [
  { name: 'wide', viewport: { width: 1200, height: 800 }, isSheet: false },
  { name: 'narrow', viewport: { width: 390, height: 844 }, isSheet: true },
];
const HOSTS = ['plain', 'box', 'dialog', 'baseDialog', 'shadow', 'iframe', 'rtl'];

/** Opens the app and the list of countries in it. */
async function openPicker(demo: Demo) {
  await demo.open();
  const picker = pickerIn(demo.widget.page());
  await picker.button.click();
  return picker;
}

/** The list of countries as a person sees it. */
function pickerIn(scope: Page | FrameLocator) {
  return {
    button: scope.getByRole('button', { name: /^Country calling code/ }),
    popup: scope.getByRole('dialog', { name: 'Choose a country' }),
    search: scope.getByRole('combobox', { name: 'Search by name or code' }),
    list: scope.getByRole('listbox', { name: 'Choose a country' }),
    options: scope.getByRole('listbox').getByRole('option'),
    status: scope.getByRole('dialog', { name: 'Choose a country' }).getByRole('status'),
  };
}

for (const { name, viewport, isSheet } of SCREENS) {
  test.describe(`on a ${name} screen`, () => {
    test.use({ viewport });

    for (const host of HOSTS) {
      test(`every option in sight can be hit: ${host} (B15, R-92)`, async ({ page }) => {
        await openHost(page, host);
        const picker = pickerIn(host === 'iframe' ? page.frameLocator('iframe') : page);
        await picker.button.click();
        await expect(picker.list.getByRole('option', { name: 'China +86' })).toBeInViewport();
        expect(await covered(picker.list)).toEqual([]);
        await retype(picker.search, 'ger');
        await picker.options.first().click();
        await expect(picker.button).toHaveAccessibleName(/Germany \+49/);
        await expect(picker.button).toBeFocused();
      });
    }

    for (const kind of ['dialog', 'baseDialog']) {
      test(`in a modal dialog Escape closes the list, then the dialog: ${kind} (B16, B21)`, async ({
        page,
      }) => {
        await openHost(page, kind);
        const picker = pickerIn(page);
        const host = page.locator('dialog[open], .host-dialog');
        await picker.button.click();
        await expect(picker.search).toBeFocused();
        await page.keyboard.type('ger');
        await expect(picker.options.first()).toHaveText('Germany +49');
        await page.keyboard.press('Escape');
        await expect(picker.popup).toBeHidden();
        await expect(picker.button).toBeFocused();
        await expect(host).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(host).toHaveCount(0);
      });
    }

    // Firefox goes on to buttons of its own, and does not come back.
    test('Tab from the list stays in a modal dialog (B16) @chromium', async ({ page }) => {
      await openHost(page, 'dialog');
      await page.evaluate(() => document.body.append(document.createElement('button')));
      const picker = pickerIn(page);
      const focused = () =>
        page.evaluate(() => {
          const { activeElement: element, body } = document;
          if (element === body) return 'the browser';
          return element?.closest('dialog') ? 'dialog' : `outside: ${element?.outerHTML}`;
        });
      for (const key of ['Tab', 'Shift+Tab']) {
        await picker.button.click();
        await expect(picker.search).toBeFocused();
        for (let presses = 0; presses < 12; presses++) {
          await page.keyboard.press(key);
          expect(['dialog', 'the browser']).toContain(await focused());
        }
        await expect(picker.popup).toBeHidden();
      }
    });

    test('the list scrolls under the wheel, to its end (B16, B17)', async ({ page }) => {
      await openHost(page, 'dialog');
      const picker = pickerIn(page);
      await picker.button.click();
      await picker.list.hover();
      await page.mouse.wheel(0, 20_000);
      await expect(picker.list.getByRole('option', { name: 'Zimbabwe +263' })).toBeInViewport();
      await expect(picker.options.last()).toHaveAccessibleName('Zimbabwe +263');
      expect(await covered(picker.list)).toEqual([]);
    });

    // A driven Firefox turns its wheel past what keeps a scroll in the list.
    test('the page behind does not scroll with the list (B17) @chromium', async ({ page }) => {
      await openHost(page, 'dialog');
      await makeTall(page);
      const picker = pickerIn(page);
      await picker.button.click();
      await picker.list.hover();
      for (let turns = 0; turns < 2; turns++) {
        await page.mouse.wheel(0, 20_000);
        await expect(picker.list.getByRole('option', { name: 'Zimbabwe +263' })).toBeInViewport();
      }
      expect(await page.evaluate(() => scrollY)).toBe(0);
    });

    test('is a named dialog with combobox, listbox and status, and axe finds nothing (B19)', async ({
      demo,
      page,
    }) => {
      const picker = await openPicker(demo);
      await expect(picker.status).toHaveText('245 countries');
      await expect(picker.search).toHaveAttribute('aria-expanded', 'true');
      const active = page.getByRole('option', { name: 'China +86' });
      await expect(active).toHaveAttribute('aria-selected', 'true');
      await expect(picker.search).toHaveAttribute(
        'aria-activedescendant',
        (await active.getAttribute('id')) ?? 'none',
      );
      await expect(active).toHaveAttribute('aria-setsize', '245');
      expect(await violations(page)).toEqual([]);

      await retype(picker.search, 'ger');
      await expect(picker.status).toHaveText('4 countries');
      expect(await violations(page)).toEqual([]);

      await retype(picker.search, 'xyz');
      await expect(picker.status).toHaveText(/^No country found/);
      await expect(picker.status).toBeInViewport();
      expect(await violations(page)).toEqual([]);
    });

    test('renders only what is in sight, and filters within the keystroke (B20)', async ({
      demo,
      page,
    }) => {
      await demo.open();
      expect(await demo.widget.locator('*').count()).toBeLessThanOrEqual(40);
      const picker = pickerIn(page);
      await picker.button.click();
      await expect(picker.options.first()).toBeVisible();
      expect(await picker.options.count()).toBeLessThanOrEqual(isSheet ? 36 : 24);
      await picker.search.focus();
      const shownAtOnce = await picker.search.evaluate((input: HTMLInputElement) => {
        document.execCommand('insertText', false, 'ger');
        return input.closest('[role=dialog]')?.querySelector('[role=option]')?.textContent;
      });
      expect(shownAtOnce).toBe('Germany +49');
    });

    test('does not make a phone zoom in (B18)', async ({ demo }) => {
      const picker = await openPicker(demo);
      for (const field of [picker.search, demo.phoneField, demo.codeField]) {
        const size = await field.evaluate((element) => getComputedStyle(element).fontSize);
        expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(16);
      }
    });
  });
}

// Only Chromium lets a test be a phone.
test.describe('on a phone @chromium', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  async function tapPicker(demo: Demo) {
    await demo.open();
    const picker = pickerIn(demo.widget.page());
    await picker.button.tap();
    await expect(picker.popup).toBeFocused();
    return picker;
  }

  test('opens without the keyboard, fills the screen and has a way out (B17)', async ({ demo }) => {
    const picker = await tapPicker(demo);
    expect(await picker.popup.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    const close = picker.popup.getByRole('button', { name: 'Close' });
    const box = await close.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await close.tap();
    await expect(picker.popup).toBeHidden();
    await expect(picker.button).toBeFocused();
  });

  test('is all that there is for a screen reader while it covers the screen, and no longer (B19)', async ({
    demo,
    page,
  }) => {
    await demo.open();
    const picker = pickerIn(page);
    const expectModal = (isModal: boolean) =>
      expect(picker.popup).toHaveAttribute('aria-modal', `${isModal}`);
    for (const [width, widthTurned] of [
      [639, 640],
      [640, 639],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await picker.button.tap();
      await expectModal(width < 640);
      const box = await picker.popup.boundingBox();
      expect(box?.width === width).toBe(width < 640);
      await page.setViewportSize({ width: widthTurned, height: 844 });
      await expectModal(widthTurned < 640);
      await page.keyboard.press('Escape');
      await expect(picker.popup).toBeHidden();
    }
  });

  test('Back closes the list rather than the page (R-51)', async ({ demo, page }) => {
    // What a phone does on Back: it asks the newest watcher.
    const content = `{
      const open = new Set();
      window.back = () => [...open].at(-1)?.requestClose();
      window.CloseWatcher = class extends CloseWatcher {
        constructor() {
          super();
          open.add(this);
        }
        destroy() {
          open.delete(this);
          super.destroy();
        }
      };
    }`;
    await page.addInitScript({ content });
    const picker = await tapPicker(demo);
    const goBack = () => page.evaluate('back()');
    await goBack();
    await expect(picker.popup).toBeHidden();
    await expect(picker.button).toBeFocused();
    await goBack();
    await picker.button.tap();
    await expect(picker.popup).toBeFocused();
  });

  test('a letter of a keyboard that is attached goes to the search and no further, a command to the page', async ({
    demo,
    page,
  }) => {
    const picker = await tapPicker(demo);
    const heard = await page.evaluateHandle(() => {
      const keys: string[] = [];
      document.addEventListener('keydown', ({ key }) => keys.push(key));
      return keys;
    });
    await page.keyboard.press('Control+k');
    await picker.popup.focus();
    await page.keyboard.press('g');
    await expect(picker.search).toHaveValue('g');
    expect(await heard.jsonValue()).toEqual(['Control', 'k']);
  });

  test('scrolls under a finger, and the page does not (B16, B17)', async ({ page }) => {
    await openHost(page, 'dialog');
    await makeTall(page);
    const picker = pickerIn(page);
    await picker.button.tap();
    await expect(picker.list.getByRole('option', { name: 'China +86' })).toBeInViewport();
    const session = await page.context().newCDPSession(page);
    const drag = async (from: number, to: number) => {
      const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
        session.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: y === undefined ? [] : [{ x: 150, y }],
        });
      await send('touchStart', from);
      for (let y = from; y >= to; y -= 50) await send('touchMove', y);
      await send('touchEnd');
    };
    const scrollTop = () => picker.list.evaluate((list) => list.scrollTop);
    await drag(40, -200);
    const before = await scrollTop();
    await drag(800, 100);
    await expect.poll(scrollTop).toBeGreaterThan(before + 100);
    await picker.list.evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await expect(picker.list.getByRole('option', { name: 'Zimbabwe +263' })).toBeInViewport();
    await drag(800, 100);
    await expect(picker.list.getByRole('option', { name: 'Zimbabwe +263' })).toBeInViewport();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await picker.list.getByRole('option', { name: 'Zimbabwe +263' }).tap();
    await expect(picker.button).toHaveAccessibleName(/Zimbabwe \+263/);
  });

  test('leaves room for the keyboard: the last option can be reached (B17)', async ({
    demo,
    page,
  }) => {
    await demo.open();
    const picker = pickerIn(page);
    await picker.button.tap();
    await picker.search.tap();
    await page.evaluate(() => {
      const viewport = window.visualViewport;
      if (!viewport) throw new Error('No visual viewport.');
      Object.defineProperty(viewport, 'height', { value: 400 });
      viewport.dispatchEvent(new Event('resize'));
    });
    await expect(picker.popup).toHaveCSS('height', '400px');
    await picker.list.evaluate((list) => list.scrollTo(0, list.scrollHeight));
    const last = picker.list.getByRole('option', { name: 'Zimbabwe +263' });
    await expect(last).toBeVisible();
    const box = await last.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(400);
  });
});

test('goes by keyboard: arrows, around the ends, Enter, Tab (R-67, B19)', async ({
  demo,
  page,
}) => {
  await demo.open();
  const picker = pickerIn(page);
  await picker.button.focus();
  await page.keyboard.press('Enter');
  const highlighted = page.locator('[role=option][data-highlighted]');
  const expectHighlighted = async (text: string) => {
    await expect(highlighted).toHaveText(text);
    const id = (await highlighted.getAttribute('id')) ?? 'none';
    await expect(picker.search).toHaveAttribute('aria-activedescendant', id);
  };
  await expectHighlighted('China +86');
  await expect(highlighted).toBeInViewport();
  await page.keyboard.press('ArrowDown');
  await expectHighlighted('Christmas Island +61');
  await page.keyboard.type('united');
  await expectHighlighted('United Arab Emirates +971');
  await page.keyboard.press('ArrowUp');
  await expectHighlighted('United States +1');
  await page.keyboard.press('ArrowDown');
  await expectHighlighted('United Arab Emirates +971');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(picker.popup).toBeHidden();
  await expect(picker.button).toHaveAccessibleName('Country calling code, United Kingdom +44');
  await expect(picker.button).toBeFocused();

  await page.keyboard.press('Space');
  await expect(picker.search).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(picker.popup).toBeHidden();
  await expect(demo.phoneField).toBeFocused();
});

test('goes by keyboard: pages, the ends, an arrow that opens, and Enter held down picks nothing (R-67)', async ({
  demo,
  page,
}) => {
  await makeTall(page);
  await demo.open();
  const picker = pickerIn(page);
  const highlighted = page.locator('[role=option][data-highlighted]');
  await picker.button.focus();
  await page.keyboard.press('ArrowDown');
  await expect(picker.search).toBeFocused();
  await page.keyboard.press('Home');
  await expect(highlighted).toHaveText('Afghanistan +93');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  const index = Number(await highlighted.getAttribute('aria-posinset'));
  expect(index).toBeGreaterThan(10);
  expect(index).toBeLessThan(20);
  await expect(highlighted).toBeInViewport();
  await page.keyboard.press('End');
  await expect(highlighted).toHaveText('Zimbabwe +263');
  await expect(highlighted).toBeInViewport();
  await page.keyboard.press('PageUp');
  await expect(highlighted).toBeInViewport();
  await page.keyboard.press('Home');
  await page.keyboard.press('PageUp');
  await expect(highlighted).toHaveText('Afghanistan +93');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.keyboard.press('Escape');

  await expect(picker.button).toBeFocused();
  await page.keyboard.down('Enter');
  await expect(picker.search).toBeFocused();
  for (let repeats = 0; repeats < 3; repeats++) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(picker.popup).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(picker.popup).toBeHidden();
});

test('an arrow held down keeps what is highlighted in sight, whatever the size of text and the reasons below (R-72, B20)', async ({
  page,
}) => {
  await openHost(page, 'few');
  await page.evaluate(() => document.body.style.setProperty('--genauth-font-size', '24px'));
  const picker = pickerIn(page);
  await picker.button.click();
  const name = picker.list.locator('.genauth-option-name', { hasText: /^Afghanistan$/ });
  await expect(name).toBeInViewport();
  // In one line, not a letter after the other.
  const { height, lineHeight } = await name.evaluate((element) => ({
    height: element.getBoundingClientRect().height,
    lineHeight: Number.parseFloat(getComputedStyle(element).lineHeight),
  }));
  expect(height).toBeLessThan(1.5 * lineHeight);
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('ArrowDown');
    const isInSight = await picker.search.evaluate((search) => {
      const option = document.getElementById(search.getAttribute('aria-activedescendant') ?? '');
      const list = document.querySelector('[role=listbox]')?.getBoundingClientRect();
      const box = option?.getBoundingClientRect();
      return box && list && box.top >= list.top - 1 && box.bottom <= list.bottom + 1;
    });
    expect(isInSight).toBe(true);
  }
});

for (const zoom of ['0.8', '1.25']) {
  test(`opens beside its button, at its country, in a page with CSS zoom ${zoom}`, async ({
    page,
  }) => {
    await openHost(page, 'plain');
    await page.evaluate((value) => document.body.style.setProperty('zoom', value), zoom);
    const picker = pickerIn(page);
    await picker.button.click();
    await expect(picker.list.getByRole('option', { name: 'China +86' })).toBeInViewport();
    expect(await covered(picker.list)).toEqual([]);
    const button = await picker.button.boundingBox();
    const popup = await picker.popup.boundingBox();
    expect(Math.abs((popup?.x ?? 0) - (button?.x ?? 0))).toBeLessThan(8);
    expect((popup?.y ?? 0) - (button?.y ?? 0) - (button?.height ?? 0)).toBeLessThan(8);
  });
}

test('in a closed shadow root a press on an option picks it', async ({ page }) => {
  await openHost(page, 'closed');
  const at = (selector: string) =>
    page.waitForFunction((wanted) => {
      const { closedRoot } = window as unknown as { closedRoot?: ShadowRoot };
      const element = closedRoot?.querySelector(wanted);
      const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
      return width > 0 && { x: x + width / 2, y: y + height / 2, text: element?.textContent };
    }, selector);
  const press = async (selector: string) => {
    const place = await (await at(selector)).jsonValue();
    if (place) await page.mouse.click(place.x, place.y);
  };
  await press('.genauth-country');
  await at('.genauth-list');
  await page.keyboard.type('germany');
  await at('[role=option][aria-setsize="1"]');
  await press('[role=option]');
  await expect
    .poll(async () => ((await (await at('.genauth-country')).jsonValue()) || undefined)?.text)
    .toBe('+49');
  await press('.genauth-country');
  await at('.genauth-list');
  await page.mouse.click(5, 5);
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          (window as unknown as { closedRoot: ShadowRoot }).closedRoot
            .querySelector('.genauth-list')
            ?.getClientRects().length,
      ),
    )
    .toBe(0);
});

test('closes when the focus goes into a page within the page, and follows its button when something comes above', async ({
  page,
}) => {
  await openHost(page, 'plain');
  const picker = pickerIn(page);
  await picker.button.click();
  await expect(picker.search).toBeFocused();
  await page.evaluate(() => {
    const banner = document.createElement('div');
    banner.style.height = '120px';
    document.body.prepend(banner);
  });
  const gap = async () => {
    const { y: top = 0, height = 0 } = (await picker.button.boundingBox()) ?? {};
    const popup = (await picker.popup.boundingBox()) ?? { y: 0, height: 0 };
    return Math.min(Math.abs(popup.y - (top + height)), Math.abs(top - (popup.y + popup.height)));
  };
  await expect.poll(gap).toBeCloseTo(4, 0);
  await page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.style.cssText = 'position: fixed; inset: auto 0 0 auto; width: 100px; height: 60px';
    frame.src = '/hosts/?nothing';
  });
  await page.frameLocator('iframe').locator('main').waitFor({ state: 'attached' });
  await page.locator('iframe').click();
  await expect(picker.popup).toBeHidden();
});

test('from right to left names begin at the right, and the + stands left of its digits (B11)', async ({
  page,
}) => {
  await openHost(page, 'rtl');
  await page.evaluate(() => document.body.style.setProperty('--genauth-direction', 'rtl'));
  const picker = pickerIn(page);
  await picker.button.click();
  const option = picker.list.getByRole('option', { name: 'China +86' });
  await expect(option).toBeInViewport();
  const name = await option.locator('.genauth-option-name').boundingBox();
  const code = await option.locator('bdi').boundingBox();
  expect(name?.x ?? 0).toBeGreaterThan(code?.x ?? Number.POSITIVE_INFINITY);
  for (const code of [picker.button.locator('bdi'), option.locator('bdi')]) {
    expect(
      await code.evaluate((element) => {
        const left = (index: number) => {
          const range = document.createRange();
          range.setStart(element.firstChild as Text, index);
          range.setEnd(element.firstChild as Text, index + 1);
          return range.getBoundingClientRect().left;
        };
        return left(0) < left(1);
      }),
    ).toBe(true);
  }
});

test('goes around the ends of the whole list', async ({ demo, page }) => {
  const picker = await openPicker(demo);
  await picker.list.evaluate((list) => list.scrollTo(0, 0));
  await page.getByRole('option', { name: 'Afghanistan +93' }).hover();
  const highlighted = page.locator('[role=option][data-highlighted]');
  await expect(highlighted).toHaveText('Afghanistan +93');
  await page.keyboard.press('ArrowUp');
  await expect(highlighted).toHaveText('Zimbabwe +263');
  await expect(highlighted).toBeInViewport();
  await page.keyboard.press('ArrowDown');
  await expect(highlighted).toHaveText('Afghanistan +93');
  await expect(highlighted).toBeInViewport();
});

test('opens anew each time, and shows the top of the list when the search is emptied', async ({
  demo,
  page,
}) => {
  const picker = await openPicker(demo);
  await picker.list.evaluate((list) => list.scrollTo(0, 6_000));
  await expect(picker.options.first()).not.toHaveText('Afghanistan +93');
  await retype(picker.search, 'ger');
  await retype(picker.search, '');
  await expect(page.getByRole('option', { name: 'Afghanistan +93' })).toBeInViewport();
  expect(await covered(picker.list)).toEqual([]);
  await retype(picker.search, 'ger');
  await page.keyboard.press('Escape');
  await picker.button.click();
  await expect(picker.search).toHaveValue('');
  await expect(picker.options.filter({ hasText: 'China +86' })).toBeInViewport();
  expect(await covered(picker.list)).toEqual([]);
});

test('a letter that finds nothing else goes to the best one again, at the top', async ({
  demo,
  page,
}) => {
  const picker = await openPicker(demo);
  await retype(picker.search, 'isl');
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowDown');
  await expect(picker.options.first()).not.toBeInViewport();
  await page.keyboard.type('a');
  await expect(picker.options.first()).toBeInViewport({ ratio: 1 });
  await expect(picker.options.first()).toHaveAttribute('data-highlighted');
  expect(await covered(picker.list)).toEqual([]);
});

test('is not there for anyone before it is opened and after it is closed', async ({
  demo,
  page,
}) => {
  await demo.open();
  const picker = pickerIn(page);
  const unseen = page.locator('.genauth-popup');
  const frames = await page.evaluateHandle(() => {
    const displays = new Set<string>();
    (function look() {
      const popup = document.querySelector('.genauth-popup');
      if (popup) displays.add(getComputedStyle(popup).display);
      requestAnimationFrame(look);
    })();
    return displays;
  });
  await picker.button.hover();
  await expect(unseen).toHaveCount(1);
  await expect.poll(() => frames.evaluate((displays) => [...displays])).toEqual(['none']);
  for (const isAfterwards of [false, true]) {
    if (isAfterwards) {
      await picker.button.click();
      await expect(picker.search).toBeFocused();
      await page.keyboard.press('Escape');
    }
    await expect(unseen).toHaveCSS('display', 'none');
    await expect(picker.popup).toHaveCount(0);
    expect(await page.locator('.genauth').ariaSnapshot()).not.toContain('Search by name');
  }
});

test('Enter picks what was scrolled out of sight', async ({ demo, page }) => {
  const picker = await openPicker(demo);
  await page.keyboard.press('ArrowDown');
  await page.mouse.move(5, 5);
  await picker.list.evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await expect(page.getByRole('option', { name: 'Zimbabwe +263' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(picker.button).toHaveAccessibleName(/Christmas Island \+61/);
});

test.describe('under a keyboard of Android @chromium', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/156.0.0.0 Mobile' });

  test('finds by what it composes, which is all that is typed (B5)', async ({ demo, page }) => {
    const picker = await openPicker(demo);
    await expect(picker.search).toBeFocused();
    const session = await page.context().newCDPSession(page);
    const composition = { text: 'ger', selectionStart: 3, selectionEnd: 3 };
    await session.send('Input.imeSetComposition', composition);
    await expect(picker.options.first()).toHaveText('Germany +49');
  });
});

test('an unfinished word of an input method neither filters nor picks (B5) @chromium', async ({
  demo,
  page,
}) => {
  const picker = await openPicker(demo);
  await expect(picker.search).toBeFocused();
  const session = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  const hint = picker.popup.getByText('Search by name or code');
  await expect(hint).toBeVisible();
  await compose('zhong');
  await expect(picker.search).toHaveValue('zhong');
  await expect(hint).toBeHidden();
  await session.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await expect(picker.popup).toBeVisible();
  await expect(picker.button).toHaveAccessibleName(/China \+86/);
  await session.send('Input.insertText', { text: '中国' });
  await expect(picker.options.first()).toHaveText('China +86');
  await expect(picker.status).toHaveText('4 countries');
});

test('a press outside closes only the list, one on the button too (B16)', async ({
  demo,
  page,
}) => {
  await openHost(page, 'dialog');
  const picker = pickerIn(page);
  await picker.button.click();
  await expect(picker.popup).toBeVisible();
  await picker.button.click();
  await expect(picker.popup).toBeHidden();
  await picker.button.click();
  await expect(picker.popup).toBeVisible();
  await page.getByRole('heading', { name: 'Bind phone' }).click();
  await expect(picker.popup).toBeHidden();
  await expect(picker.button).toBeFocused();
  await expect(page.locator('dialog[open]')).toBeVisible();
  await picker.button.click();
  await expect(picker.popup).toBeVisible();
  await demo.phoneField.click({ position: { x: 300, y: 20 } });
  await expect(picker.popup).toBeHidden();
  await expect(demo.phoneField).toBeFocused();
});

test('does not open late where the person has gone on, or called it off', async ({
  demo,
  page,
}) => {
  const letThrough = await holdBack(page, /CountryPicker/);
  await demo.open();
  const picker = pickerIn(page);
  await picker.button.focus();
  await page.keyboard.press('Enter');
  await expect(picker.button).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(picker.button).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('138123');
  const arrived = page.waitForResponse(/CountryPicker/);
  letThrough();
  await arrived;
  await page.keyboard.type('45678');
  await expect(demo.phoneField).toHaveValue('138 1234 5678');
  await expect(picker.popup).toBeHidden();
  await picker.button.click();
  await expect(picker.search).toBeFocused();
});

test.describe('without its code', () => {
  test.use({ callsMayFail: true });

  // Firefox does not fetch a module again that it once could not fetch.
  test('says so, and tries again on the next press @chromium', async ({ demo, page }) => {
    const chunk = /CountryPicker.*\.js/;
    await page.route(chunk, (route) => route.abort());
    const picker = await openPicker(demo);
    const alert = demo.alert.filter({ hasText: 'could not be loaded' });
    await expect(alert).toBeVisible();
    // The number can be typed all the same, beside its country.
    const number = await demo.phoneField.boundingBox();
    const button = await picker.button.boundingBox();
    expect(Math.abs((number?.y ?? 0) - (button?.y ?? 0))).toBeLessThan(8);
    await alert.getByRole('button', { name: 'Close' }).click();
    await expect(alert).toHaveCount(0);
    await expect(picker.button).toBeFocused();
    await picker.button.click();
    await expect(alert).toBeVisible();
    await page.unroute(chunk);
    await picker.button.click();
    await expect(picker.search).toBeFocused();
  });
});

/** Gives the page behind something to scroll. */
async function makeTall(page: Page) {
  await page.evaluate(() => document.body.style.setProperty('height', '3000px'));
}

/** Names of options in sight that something else lies over. */
async function covered(list: Locator): Promise<string[]> {
  return list.evaluate(async (element) => {
    // Placed and scrolled; two frames later nothing moves any more.
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    const root = element.getRootNode() as Document | ShadowRoot;
    const frame = element.getBoundingClientRect();
    const inSight = [...element.querySelectorAll('[role=option]')].filter((option) => {
      const { top, bottom } = option.getBoundingClientRect();
      return top >= frame.top && bottom <= frame.bottom;
    });
    if (inSight.length < 5) return [`only ${inSight.length} options in sight`];
    return inSight
      .filter((option) => {
        const { x, y, width, height } = option.getBoundingClientRect();
        return [x + 8, x + width / 2, x + width - 8].some(
          (left) => !option.contains(root.elementFromPoint(left, y + height / 2)),
        );
      })
      .map((option) => option.textContent ?? '');
  });
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

async function violations(page: Page): Promise<string[]> {
  // Not as a script element: the page's own policy stays in force.
  await page.evaluate(readFileSync(axePath, 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run('.genauth');
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}
