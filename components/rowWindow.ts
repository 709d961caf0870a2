import { cssZoomOf } from './cssZoom.ts';
import { likelyHeight, ROW, type RowRange, rangeAround, rangeCovering } from './rowRange.ts';
import { scrollToRow } from './scrollToRow.ts';

export interface WindowRow {
  element: HTMLElement;
  /** Shows an item of the list. */
  write: (index: number) => void;
}

export interface RowWindow {
  /** Shows a list anew, at its beginning or with the item `start` in the middle. */
  show: (count: number, start: number) => void;
  /** Writes the rows anew, where they are. */
  refresh: () => void;
  /** Scrolls to an item, if need be. */
  reveal: (index: number) => void;
  /** How many rows are in sight at once, and at least one. */
  perPage: () => number;
  /** The list is in sight from now on. */
  open: () => void;
  close: () => void;
}

/** Fills a scroller with the rows in sight and some around them, and with room for all the others. */
export function createRowWindow(scroller: HTMLElement, createRow: () => WindowRow): RowWindow {
  const roomBefore = createRoom();
  const roomAfter = createRoom();
  scroller.replaceChildren(roomBefore.element, roomAfter.element);

  let count = 0;
  let start = 0;
  let range: RowRange = { first: 0, last: 0 };
  let rows: WindowRow[] = [];
  // Of those that were there on opening. The room for the others takes all to be of the mean height.
  let rowHeight = { mean: ROW, least: ROW };
  let sight = { top: 0, height: 0 };
  let isOpen = false;

  const observer =
    globalThis.ResizeObserver &&
    new ResizeObserver(() => {
      if (scroller.clientHeight === sight.height) return;
      sight.height = scroller.clientHeight;
      cover();
    });

  function onScroll() {
    // Else it is only told what was done here.
    if (scroller.scrollTop === sight.top) return;
    sight.top = scroller.scrollTop;
    cover();
  }

  function around(index: number): RowRange {
    return rangeAround(index, (sight.height || likelyHeight()) / rowHeight.least, count);
  }

  /** Rows for what is in sight. They may be of another height than was thought, and then some are still missing. */
  function cover() {
    for (let tries = 0; tries < 3; tries++) {
      const { from, to } = rowsInSight();
      const next = rangeCovering(range, from, to, count);
      if (next === range) return;
      keepInPlace(next, () => render(next));
    }
  }

  /** By where they are, however high; by the mean height where none is. */
  function rowsInSight(): { from: number; to: number } {
    const { top, bottom } = scroller.getBoundingClientRect();
    const boxes = rows.map(({ element }) => element.getBoundingClientRect());
    const isIn = (box: DOMRect) => box.bottom > top && box.top < bottom;
    const first = boxes.findIndex(isIn);
    const last = boxes.findLastIndex(isIn);
    const start = boxes[first];
    const end = boxes[last];
    if (!start || !end) {
      const { mean } = rowHeight;
      return { from: sight.top / mean, to: (sight.top + sight.height) / mean };
    }
    const least = rowHeight.least * cssZoomOf(scroller);
    return {
      from: range.first + first - Math.max(0, start.top - top) / least,
      to: range.first + last + 1 + Math.max(0, bottom - end.bottom) / least,
    };
  }

  /** Keeps what is in sight where it is while rows of another height than was thought come in above it. */
  function keepInPlace({ first, last }: RowRange, change: () => void) {
    const firstToStay = Math.max(first, range.first);
    const anchor = firstToStay < last ? rows[firstToStay - range.first]?.element : undefined;
    const before = anchor?.getBoundingClientRect().top ?? 0;
    change();
    const moved = anchor ? anchor.getBoundingClientRect().top - before : 0;
    if (moved !== 0) scroller.scrollTop += moved / cssZoomOf(scroller);
    sight.top = scroller.scrollTop;
  }

  function render(next: RowRange) {
    rows = moveRows(next);
    range = next;
    refresh();
    roomBefore.setHeight(range.first * rowHeight.mean);
    roomAfter.setHeight((count - range.last) * rowHeight.mean);
  }

  /** Rows that stay keep their elements; those of rows that leave go where others are needed. */
  function moveRows({ first, last }: RowRange): WindowRow[] {
    const stay = rows.slice(Math.max(0, first - range.first), Math.max(0, last - range.first));
    const spare = rows.filter((row) => !stay.includes(row));
    const takeRow = () => spare.pop() ?? createRow();
    const above = stay.length > 0 ? Math.max(0, range.first - first) : 0;
    const head = Array.from({ length: above }, takeRow);
    const tail = Array.from({ length: last - first - above - stay.length }, takeRow);
    roomBefore.element.after(...head.map(({ element }) => element));
    roomAfter.element.before(...tail.map(({ element }) => element));
    for (const { element } of spare) element.remove();
    return [...head, ...stay, ...tail];
  }

  function refresh() {
    for (const [i, row] of rows.entries()) row.write(range.first + i);
  }

  function scrollTo(index: number, isFar: boolean) {
    const row = rows[index - range.first];
    if (row) scrollToRow(scroller, row.element, isFar);
    sight.top = scroller.scrollTop;
  }

  function goToStart() {
    if (start > 0) scrollTo(start, true);
    else if (sight.top > 0) sight.top = scroller.scrollTop = 0;
  }

  function show() {
    const next = around(start);
    // Rows of another list take the elements in the order in which they stand: to move one costs as much as a new one.
    range = { first: next.first, last: next.first + rows.length };
    render(next);
    if (isOpen) goToStart();
  }

  return {
    show(newCount, newStart) {
      count = newCount;
      start = newStart;
      show();
    },
    refresh,
    reveal(index) {
      const isFar = index < range.first || index >= range.last;
      if (isFar) render(around(index));
      scrollTo(index, isFar);
      cover();
    },
    perPage: () => Math.max(1, Math.floor(sight.height / rowHeight.mean)),
    open() {
      isOpen = true;
      sight = { top: scroller.scrollTop, height: scroller.clientHeight };
      // How high rows are is known only when they are there, as with a person's own size of text.
      const heights = rows
        .map(({ element }) => element.offsetHeight)
        .filter((height) => height > 0);
      if (heights.length > 0) {
        const sum = heights.reduce((total, height) => total + height, 0);
        rowHeight = { mean: sum / heights.length, least: Math.min(...heights) };
      }
      show();
      scroller.addEventListener('scroll', onScroll);
      observer?.observe(scroller);
    },
    close() {
      isOpen = false;
      scroller.removeEventListener('scroll', onScroll);
      observer?.disconnect();
    },
  };
}

/**
 * In place of rows that are not there. A picture, whose height goes by its ratio: another ratio is only laid out, where
 * another height would be styled anew, and a property of its parent would style every row.
 */
function createRoom() {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  element.setAttribute('role', 'presentation');
  element.setAttribute('class', 'genauth-room');
  let height: number | undefined;
  return {
    element,
    setHeight(newHeight: number) {
      if (newHeight === height) return;
      height = newHeight;
      // As wide as in styles.css. Without a height it would have no ratio.
      element.setAttribute('viewBox', `0 0 100 ${Math.max(height, 0.001)}`);
    },
  };
}
