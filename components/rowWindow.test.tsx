import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ROW } from './rowRange.ts';
import { createRowWindow } from './rowWindow.ts';

const HEIGHT = 332;
const MOST_IN_SIGHT = Math.ceil(HEIGHT / ROW) + 1;

const steps = fc.array(
  fc.oneof(
    fc.record({ show: fc.nat({ max: 260 }), start: fc.nat({ max: 260 }) }),
    fc.record({ scrollTo: fc.nat({ max: 260 * ROW }) }),
    fc.record({ scrollBy: fc.integer({ min: -300, max: 300 }) }),
    fc.record({ reveal: fc.nat({ max: 260 }) }),
  ),
  { maxLength: 30 },
);

it('shows whatever comes into sight, in order and little more, and scrolled keeps the elements of rows that stay (B20)', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const list = createList();
      list.show(245, 0);
      list.open();
      list.expectWhole();
      for (const step of taken) {
        const before = list.elements();
        if ('show' in step) {
          const start = Math.min(step.start, Math.max(0, step.show - 1));
          list.show(step.show, start);
          if (step.show > 0) list.expectInSight(start);
        } else list.move(step);
        list.expectWhole();
        if ('show' in step || 'reveal' in step) continue;
        for (const [index, element] of list.elements()) {
          expect(before.get(index) ?? element).toBe(element);
        }
      }
    }),
  );
});

it('leaves no gap where rows are of different heights, as with a reason under some of them', () => {
  const heights = fc.array(fc.integer({ min: ROW, max: 3 * ROW }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(heights, steps, (pattern, taken) => {
      const list = createList((index) => pattern[index % pattern.length] ?? ROW);
      list.show(245, 0);
      list.open();
      for (const step of taken) {
        if ('show' in step) continue;
        list.move(step);
        list.expectWhole();
      }
    }),
  );
});

it('starts anew with another list, and hears of no scrolling once closed', () => {
  const list = createList();
  list.show(245, 44);
  list.open();
  list.expectInSight(44);
  list.show(60, 0);
  expect(list.top).toBe(0);
  list.close();
  const before = list.elements();
  list.scrollTo(900);
  expect(list.elements()).toEqual(before);
});

/** A list whose rows are laid out one below the other, which jsdom does not do. */
function createList(heightOf: (index: number) => number = () => ROW) {
  const scroller = document.createElement('div');
  let count = 0;
  let scrolled = 0;
  const elements = () =>
    new Map(
      [...scroller.querySelectorAll('p')].map((element) => [
        Number(element.dataset.index),
        element,
      ]),
    );
  // In parts of a pixel as browsers have them.
  const roomIn = (element: Element | null) =>
    Math.round(64 * Number(element?.getAttribute('viewBox')?.split(' ')[3] ?? 0)) / 64;
  const sumOf = (indices: Iterable<number>) =>
    [...indices].reduce((sum, index) => sum + heightOf(index), 0);
  const contentHeight = () =>
    roomIn(scroller.firstElementChild) +
    sumOf(elements().keys()) +
    roomIn(scroller.lastElementChild);
  const clamp = (top: number) => Math.max(0, Math.min(top, contentHeight() - HEIGHT));
  Object.defineProperties(scroller, {
    clientHeight: { value: HEIGHT },
    offsetHeight: { value: HEIGHT },
    scrollTop: {
      get: () => clamp(scrolled),
      set: (top: number) => {
        scrolled = clamp(top);
      },
    },
  });
  scroller.getBoundingClientRect = () => new DOMRect(0, 0, 300, HEIGHT);

  const rows = createRowWindow(scroller, () => {
    const element = document.createElement('p');
    const index = () => Number(element.dataset.index);
    const topOf = () =>
      roomIn(scroller.firstElementChild) +
      sumOf([...elements().keys()].filter((other) => other < index())) -
      scroller.scrollTop;
    element.getBoundingClientRect = () => new DOMRect(0, topOf(), 300, heightOf(index()));
    Object.defineProperty(element, 'offsetHeight', { get: () => heightOf(index()) });
    return { element, write: (position) => element.setAttribute('data-index', `${position}`) };
  });

  return {
    ...rows,
    /** Goes elsewhere in the same list. */
    move(step: { scrollTo: number } | { scrollBy: number } | { reveal: number }) {
      if ('scrollTo' in step) this.scrollTo(step.scrollTo);
      else if ('scrollBy' in step) this.scrollTo(this.top + step.scrollBy);
      else if (step.reveal < count) {
        rows.reveal(step.reveal);
        this.expectInSight(step.reveal);
      }
    },
    show(newCount: number, start: number) {
      count = newCount;
      rows.show(count, start);
    },
    get count() {
      return count;
    },
    get top() {
      return scroller.scrollTop;
    },
    elements,
    scrollTo(top: number) {
      scroller.scrollTop = top;
      scroller.dispatchEvent(new Event('scroll'));
    },
    expectInSight(index: number) {
      const box = elements().get(index)?.getBoundingClientRect();
      expect(box?.top).toBeGreaterThanOrEqual(-0.5);
      expect(box?.bottom).toBeLessThanOrEqual(HEIGHT + 0.5);
    },
    expectWhole() {
      const indices = [...elements().keys()];
      const first = indices[0] ?? 0;
      const last = first + indices.length;
      expect(indices).toEqual(indices.map((_, i) => first + i));
      const top = elements().get(first)?.getBoundingClientRect().top ?? 0;
      const bottom =
        elements()
          .get(last - 1)
          ?.getBoundingClientRect().bottom ?? 0;
      if (first > 0) expect(top).toBeLessThanOrEqual(0);
      if (last < count) expect(bottom).toBeGreaterThanOrEqual(HEIGHT);
      expect(indices.length).toBeLessThanOrEqual(MOST_IN_SIGHT + 2 * 6 + 2);
      if (first === 0) expect(roomIn(scroller.firstElementChild)).toBe(0);
      if (last === count) expect(roomIn(scroller.lastElementChild)).toBe(0);
    },
  };
}
