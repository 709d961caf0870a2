import { SHEET_WIDTH } from './sheetWidth.ts';

/** As in styles.css. */
export const ROW = 44;
const POPUP = 380;
const SEARCH = 48;
const AROUND = 6;

/** Rows to render, the last one not included. */
export interface RowRange {
  first: number;
  last: number;
}

/** As many rows as can be in sight, with one of them in the middle; at the beginning of the list only the last is cut off. */
export function rangeAround(index: number, inSight: number, count: number): RowRange {
  const rows = Math.ceil(inSight) + (index > 0 ? 1 : 0);
  const first = Math.max(0, Math.min(index - (rows >> 1), count - rows));
  return { first, last: Math.min(count, first + rows) };
}

/** The rows in sight and some around them; the range as it is if that covers them. */
export function rangeCovering(range: RowRange, from: number, to: number, count: number): RowRange {
  const first = Math.max(0, Math.floor(from) - 1);
  const last = Math.min(count, Math.ceil(to) + 1);
  if (first >= range.first && last <= range.last) return range;
  return { first: Math.max(0, first - AROUND), last: Math.min(count, last + AROUND) };
}

/** Of the list before it has been shown, whichever of its forms it will have. */
export function likelyHeight(): number {
  return (innerWidth < SHEET_WIDTH ? innerHeight : Math.min(innerHeight, POPUP)) - SEARCH;
}
