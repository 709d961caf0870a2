import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/** As in styles.css. */
const ROW = 44;
const POPUP = 380;
const SEARCH = 48;
const AROUND = 6;

export interface RowWindow {
  scrollerRef: (scroller: HTMLElement | null) => void;
  /** The rows to render. */
  first: number;
  last: number;
  /** Room for the others, px. */
  before: number;
  after: number;
  /** To be called after scrolling. */
  update: () => void;
  /** Scrolls to a row that is not rendered; what is rendered scrolls by itself. */
  reveal: (index: number) => void;
}

/** Which rows of a long list are worth rendering. Only the room for the others takes rows to be of one height. */
export function useRowWindow(items: readonly unknown[], selectedIndex: number): RowWindow {
  const scroller = useRef<HTMLElement>(null);
  const scrollTop = useRef(0);
  const height = useRef(ROW);
  const [range, setRange] = useState(() => ({ items, ...around(selectedIndex, items.length) }));
  const isStale = range.items !== items;
  const first = isStale ? 0 : range.first;
  const last = isStale ? Math.min(items.length, screenful()) : range.last;

  // A list filtered anew starts at its top.
  useLayoutEffect(() => {
    if (items && scroller.current && scrollTop.current > 0) scroller.current.scrollTop = 0;
    scrollTop.current = 0;
  }, [items]);

  function update() {
    const element = scroller.current;
    if (!element) return;
    scrollTop.current = element.scrollTop;
    const bottom = scrollTop.current + element.clientHeight;
    const next = {
      items,
      first: Math.max(0, Math.floor(scrollTop.current / height.current) - AROUND),
      last: Math.min(items.length, Math.ceil(bottom / height.current) + AROUND),
    };
    if (isStale || next.first !== first || next.last !== last) setRange(next);
  }

  function scrollTo(index: number) {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = (index + 0.5) * height.current - element.clientHeight / 2;
    scrollTop.current = element.scrollTop;
  }

  function reveal(index: number) {
    if (index < 0 || (index >= first && index < last)) return;
    setRange({ items, ...around(index, items.length) });
    scrollTo(index);
  }

  /** Knows how high rows are only when they are there, as with a person's own size of text. */
  function place(isFirst: boolean) {
    const row = scroller.current?.querySelector<HTMLElement>('[role=option]');
    if (!row?.offsetHeight) return;
    height.current = row.offsetHeight;
    if (isFirst) scrollTo(selectedIndex);
    else update();
  }

  const latestPlace = useRef(place);
  latestPlace.current = place;
  const observer = useRef<ResizeObserver>(undefined);
  const scrollerRef = useCallback((element: HTMLElement | null) => {
    scroller.current = element;
    observer.current?.disconnect();
    if (!element || typeof ResizeObserver === 'undefined') return;
    let isFirst = true;
    // The first size comes before the first paint.
    observer.current = new ResizeObserver(() => {
      latestPlace.current(isFirst);
      isFirst = false;
    });
    observer.current.observe(element);
  }, []);

  const before = first * height.current;
  const after = (items.length - last) * height.current;
  return { scrollerRef, first, last, before, after, update, reveal };
}

/** Rows that fill the list, whichever of its forms it has. */
function screenful(): number {
  const height = innerWidth < 640 ? innerHeight : Math.min(innerHeight, POPUP);
  return Math.ceil((height - SEARCH) / ROW);
}

function around(index: number, count: number) {
  const rows = screenful();
  const first = Math.max(0, Math.min(index - Math.ceil(rows / 2), count - rows));
  return { first, last: Math.min(count, first + rows + 1) };
}
