/**
 * How many pixels of the window one of a rendered element's own is: another number than one where a page sets CSS `zoom`.
 * Boxes are measured in pixels of the window, lengths and scrolling in the element's own.
 */
export function cssZoomOf(element: Element | null): number {
  // Not in Safari, and not yet in TypeScript.
  return (element as { currentCSSZoom?: number } | null)?.currentCSSZoom ?? 1;
}
