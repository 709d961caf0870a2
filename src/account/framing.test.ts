import { expect, it } from 'vitest';
import { isFramedByOther } from './framing.ts';

/** A window as a page sees it; another origin's throws when it is asked where it is. */
interface Fake {
  parent: Fake;
  location: { href: string };
}

/** The innermost of windows within one another, outermost first. */
function innermost(...origins: ('ours' | 'another')[]): Fake {
  let page: Fake | undefined;
  for (const origin of origins) {
    const location = {
      get href() {
        if (origin === 'another') throw new DOMException('Blocked a frame.', 'SecurityError');
        return 'https://example.com/';
      },
    };
    const inner = { location } as Fake;
    inner.parent = page ?? inner;
    page = inner;
  }
  if (!page) throw new RangeError('No page.');
  return page;
}

it.each([
  { pages: ['ours'], isFramed: false },
  { pages: ['ours', 'ours', 'ours'], isFramed: false },
  { pages: ['another', 'ours'], isFramed: true },
  { pages: ['another', 'ours', 'ours'], isFramed: true },
  { pages: ['ours', 'another', 'ours'], isFramed: true },
] as const)('R-52 A09 $pages, outermost first: framed by another is $isFramed', (row) => {
  expect(isFramedByOther(innermost(...row.pages))).toBe(row.isFramed);
});

it('R-52 is not said of a server, which has no window', () => {
  expect(isFramedByOther(undefined)).toBe(false);
});
