import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './demo.ts';
import { differencesWith } from './hostCss/look.ts';
import { STATES } from './hostCss/states.ts';

const folder = new URL('hostCss/', import.meta.url);
const sheets = readdirSync(folder)
  .filter((file) => file.endsWith('.css'))
  .map((file): [string, string] => [file, readFileSync(new URL(file, folder), 'utf8')]);
sheets.push(['all of them', sheets.map(([, css]) => css).join('\n')]);

// Where the root stands and how wide a window is beside a scrollbar is the page's, and a caret blinks.
const PINNED = `html { overflow: hidden !important }
@layer genauth.page {
  .genauth { position: absolute !important; inset: 0 auto auto 0 !important; margin: 0 !important }
  .genauth input { caret-color: transparent !important }
}`;

for (const [name, reach] of STATES) {
  // As high as the screen where that is narrow.
  for (const width of name.includes('list') ? [1280, 390] : [1280]) {
    test.describe(`${name}, ${width} px`, () => {
      test.use({ viewport: { width, height: 900 } });

      test("no sheet of the page's changes anything (R-90)", async ({
        demo,
        page,
        request,
        browserName,
      }) => {
        test.slow();
        await page.clock.install();
        await reach({ demo, page, request }, 'framed');
        // A second that passes would be a difference.
        await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
        await adopt(page, PINNED);
        for (const [file, css] of sheets) {
          expect.soft(await page.evaluate(differencesWith, css), file).toEqual([]);
        }
        if (browserName !== 'chromium') return;
        const without = await picture(page);
        for (const [file, css] of sheets) {
          await adopt(page, css);
          const withSheet = await picture(page);
          await page.evaluate(() => void document.adoptedStyleSheets.pop());
          expect.soft(await differentPixels(page, without, withSheet), file).toBe(0);
        }
      });
    });
  }
}

for (const [file, css] of sheets) {
  test(`${file} does change a page`, async ({ page }) => {
    await page.setContent(
      '<section class="genauth" role="alert"><h2>Host</h2><form><div><label>Name<input placeholder="Ann"></label><p>Hint</p>' +
        '<p>Another</p><button type="button" class="b">Press</button><span>Text</span><details><summary>More</summary></details></div></form></section>' +
        '<style>* { padding: 1px }</style>',
    );
    await page.getByRole('textbox').focus();
    expect((await page.evaluate(differencesWith, css)).length).toBeGreaterThan(0);
  });
}

async function adopt(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
    // The list of countries is placed beside its button again.
    dispatchEvent(new Event('resize'));
  }, css);
}

/** Of the widget and its list of countries, which may be larger than it. */
async function picture(page: Page): Promise<Buffer> {
  const clip = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.genauth, .genauth-popup:popover-open')].map(
      (element) => element.getBoundingClientRect(),
    );
    const [left, top] = [
      Math.min(...boxes.map((box) => box.left)),
      Math.min(...boxes.map((box) => box.top)),
    ];
    const [right, bottom] = [
      Math.max(...boxes.map((box) => box.right)),
      Math.max(...boxes.map((box) => box.bottom)),
    ];
    return { x: left, y: top, width: right - left, height: bottom - top };
  });
  return page.screenshot({ clip, animations: 'allow', caret: 'initial' });
}

/** How many of two pictures differ by more than how a browser draws the edge of a curve twice. */
function differentPixels(page: Page, one: Buffer, other: Buffer): Promise<number> {
  if (one.equals(other)) return Promise.resolve(0);
  return page.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
          return read(new Blob([bytes]));
        }),
      );
      if (!a || !b || a.width !== b.width || a.height !== b.height) return Infinity;
      let count = 0;
      for (let pixel = 0; pixel < a.data.length; pixel += 4) {
        const isDifferent = [0, 1, 2].some(
          (channel) =>
            Math.abs((a.data[pixel + channel] ?? 0) - (b.data[pixel + channel] ?? 0)) > 8,
        );
        if (isDifferent) count += 1;
      }
      return count;

      async function read(blob: Blob) {
        const bitmap = await createImageBitmap(blob);
        const { width, height } = bitmap;
        const context = new OffscreenCanvas(width, height).getContext('2d');
        if (!context) throw new Error('There is no canvas.');
        context.drawImage(bitmap, 0, 0);
        return { width, height, data: context.getImageData(0, 0, width, height).data };
      }
    },
    [one.toString('base64'), other.toString('base64')],
  );
}
