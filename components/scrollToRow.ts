import { cssZoomOf } from './cssZoom.ts';

/** Scrolls to a row as it is, however high: from afar to the middle, else no further than need be. */
export function scrollToRow(scroller: HTMLElement, row: Element, isFar: boolean): void {
  const box = scroller.getBoundingClientRect();
  const { top, bottom } = row.getBoundingClientRect();
  const zoom = cssZoomOf(scroller);
  const above = (box.top - top) / zoom;
  const below = (bottom - box.bottom) / zoom;
  if (isFar) scroller.scrollTop += (below - above) / 2;
  else if (above > 0) scroller.scrollTop -= above;
  else if (below > 0) scroller.scrollTop += below;
}
