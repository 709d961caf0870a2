import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { likelyHeight, ROW, type RowRange, rangeAround, rangeCovering } from './rowRange.ts';
import { scrollToRow } from './scrollToRow.ts';

export interface RowWindow extends RowRange {
  scrollerRef: RefObject<HTMLDivElement | null>;
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
  const [scrolled, setScrolled] = useState<{ items: unknown; range: RowRange }>();
  const range = scrolled?.items === items ? scrolled.range : around(start);

  function around(index: number): RowRange {
    const height = sight.current.height || likelyHeight();
    return rangeAround(index, height / rowHeight, items.length);
  }

  function cover() {
    const { top, height } = sight.current;
    const bottom = top + height;
    const next = rangeCovering(range, top / rowHeight, bottom / rowHeight, items.length);
    if (next !== range) setScrolled({ items, range: next });
  }

  function onScroll() {
    const top = scrollerRef.current?.scrollTop ?? 0;
    // Else it is only told what was done here.
    if (top === sight.current.top) return;
    sight.current.top = top;
    cover();
  }

  function reveal(index: number) {
    const isFar = index < range.first || index >= range.last;
    wanted.current = { index, isFar };
    if (isFar) setScrolled({ items, range: around(index) });
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
    if (scrolled) setScrolled(undefined);
    if (start > 0) scrollTo(start, true);
    else if (sight.current.top > 0) sight.current.top = scroller.scrollTop = 0;
  }, [isShown, items, start, rowHeight]);

  useLayoutEffect(() => {
    if (!wanted.current) return;
    scrollTo(wanted.current.index, wanted.current.isFar);
    wanted.current = undefined;
    cover();
  });

  const before = range.first * rowHeight;
  const after = (items.length - range.last) * rowHeight;
  return { ...range, scrollerRef, before, after, onScroll, reveal };
}
