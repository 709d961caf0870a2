import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { scrollToRow } from './scrollToRow.ts';

/** As in styles.css. */
const ROW = 44;
const POPUP = 380;
const SEARCH = 48;
const AROUND = 6;

export interface RowWindow {
  scrollerRef: RefObject<HTMLDivElement | null>;
  /** The rows to render. */
  first: number;
  last: number;
  /** Room for the others, px. */
  before: number;
  after: number;
  onScroll: () => void;
  /** Scrolls to a row, if need be, when it has been rendered. */
  reveal: (index: number) => void;
}

/** Which rows of a long list are worth rendering: those in sight from row `start` on, then those scrolled to. */
export function useRowWindow(
  items: readonly unknown[],
  start: number,
  isShown: boolean,
): RowWindow {
  const scrollerRef = useRef<HTMLDivElement>(null);
  const sight = useRef({ top: 0, height: 0 });
  const wanted = useRef<{ index: number; isFar: boolean }>(undefined);
  // Only the room for the others takes rows to be of one height.
  const [rowHeight, setRowHeight] = useState(ROW);
  const [scrolled, setScrolled] = useState<{ items: unknown; first: number; last: number }>();
  const isScrolled = scrolled?.items === items;
  const { first, last } = isScrolled ? scrolled : around(start);

  function around(index: number) {
    const count = Math.ceil((sight.current.height || likelyHeight()) / rowHeight) + 1;
    const from = Math.max(0, Math.min(index - (count >> 1), items.length - count));
    return { first: from, last: Math.min(items.length, from + count) };
  }

  /** Renders what is in sight, and some rows around it, unless it is rendered. */
  function cover() {
    const { top, height } = sight.current;
    const from = Math.max(0, Math.floor(top / rowHeight) - 1);
    const to = Math.min(items.length, Math.ceil((top + height) / rowHeight) + 1);
    if (from >= first && to <= last) return;
    setScrolled({
      items,
      first: Math.max(0, from - AROUND),
      last: Math.min(items.length, to + AROUND),
    });
  }

  function onScroll() {
    const top = scrollerRef.current?.scrollTop ?? 0;
    // Else it is only told what was done here.
    if (top === sight.current.top) return;
    sight.current.top = top;
    cover();
  }

  function reveal(index: number) {
    const isFar = index < first || index >= last;
    wanted.current = { index, isFar };
    if (isFar) setScrolled({ items, ...around(index) });
  }

  function scrollTo(index: number, isFar: boolean) {
    const scroller = scrollerRef.current;
    const row = scroller?.querySelector(`[aria-posinset="${index + 1}"]`);
    if (!scroller || !row) return;
    scrollToRow(scroller, row, isFar);
    sight.current.top = scroller.scrollTop;
  }

  /** Knows how high rows are only when they are there, as with a person's own size of text. */
  function measure() {
    const scroller = scrollerRef.current;
    const row = scroller?.querySelector<HTMLElement>('[role=option]');
    if (!scroller || !row?.offsetHeight) return;
    sight.current = { top: scroller.scrollTop, height: scroller.clientHeight };
    setRowHeight(row.offsetHeight);
  }

  const latestCover = useRef(cover);
  latestCover.current = cover;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is rendered otherwise is not measured.
  useLayoutEffect(() => {
    const scroller = scrollerRef.current;
    if (!isShown || !scroller) return;
    measure();
    const observer =
      globalThis.ResizeObserver &&
      new ResizeObserver(() => {
        if (scroller.clientHeight === sight.current.height) return;
        sight.current.height = scroller.clientHeight;
        latestCover.current();
      });
    observer?.observe(scroller);
    return () => {
      observer?.disconnect();
      setScrolled(undefined);
    };
  }, [isShown]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is rendered otherwise is not scrolled.
  useLayoutEffect(() => {
    const scroller = scrollerRef.current;
    if (!isShown || !scroller) return;
    setScrolled(undefined);
    if (start > 0) scrollTo(start, true);
    else if (sight.current.top > 0) sight.current.top = scroller.scrollTop = 0;
  }, [isShown, items, start, rowHeight]);

  useLayoutEffect(() => {
    if (!wanted.current) return;
    scrollTo(wanted.current.index, wanted.current.isFar);
    wanted.current = undefined;
    cover();
  });

  const before = first * rowHeight;
  const after = (items.length - last) * rowHeight;
  return { scrollerRef, first, last, before, after, onScroll, reveal };
}

/** Of the list before it has been shown, whichever of its forms it will have. */
function likelyHeight(): number {
  return (innerWidth < 640 ? innerHeight : Math.min(innerHeight, POPUP)) - SEARCH;
}
