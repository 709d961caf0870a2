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
        } else if ('reveal' in step) {
          if (step.reveal >= list.count) continue;
          list.reveal(step.reveal);
          list.expectInSight(step.reveal);
        } else {
          list.scrollTo('scrollTo' in step ? step.scrollTo : list.top + step.scrollBy);
        }
        list.expectWhole();
        if ('show' in step || 'reveal' in step) continue;
        for (const [index, element] of list.elements()) {
          expect(before.get(index) ?? element).toBe(element);
        }
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
function createList() {
  const scroller = document.createElement('div');
  const all = { count: 0, top: 0 };
  const clamp = (top: number) => Math.max(0, Math.min(top, all.count * ROW - HEIGHT));
  Object.defineProperties(scroller, {
    clientHeight: { value: HEIGHT },
    scrollTop: {
      get: () => clamp(all.top),
      set: (top: number) => {
        all.top = clamp(top);
      },
    },
  });
  scroller.getBoundingClientRect = () => new DOMRect(0, 0, 300, HEIGHT);

  const rows = createRowWindow(scroller, () => {
    const element = document.createElement('p');
    const topOf = () => Number(element.dataset.index) * ROW - scroller.scrollTop;
    element.getBoundingClientRect = () => new DOMRect(0, topOf(), 300, ROW);
    return { element, write: (index) => element.setAttribute('data-index', `${index}`) };
  });

  const elements = () =>
    new Map(
      [...scroller.querySelectorAll('p')].map((element) => [
        Number(element.dataset.index),
        element,
      ]),
    );
  const roomIn = (element: Element | null) =>
    element instanceof HTMLElement &&
    Number.parseFloat(element.style.getPropertyValue('--genauth-rows-height'));

  return {
    ...rows,
    show(count: number, start: number) {
      all.count = count;
      rows.show(count, start);
    },
    get count() {
      return all.count;
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
      const top = index * ROW - scroller.scrollTop;
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top + ROW).toBeLessThanOrEqual(HEIGHT);
    },
    expectWhole() {
      const indices = [...elements().keys()];
      const first = indices[0] ?? 0;
      const last = first + indices.length;
      expect(indices).toEqual(indices.map((_, i) => first + i));
      expect(first * ROW).toBeLessThanOrEqual(scroller.scrollTop);
      expect(last * ROW).toBeGreaterThanOrEqual(
        Math.min(scroller.scrollTop + HEIGHT, all.count * ROW),
      );
      expect(indices.length).toBeLessThanOrEqual(MOST_IN_SIGHT + 2 * 6 + 2);
      expect(roomIn(scroller.firstElementChild)).toBe(first * ROW);
      expect(roomIn(scroller.lastElementChild)).toBe((all.count - last) * ROW);
    },
  };
}
