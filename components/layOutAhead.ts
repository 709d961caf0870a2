/**
 * Has the browser find the styles and fonts of a hidden element, and shape its words, ahead of its being shown. It is
 * hidden again before the next frame, so that nobody sees, hears or hits anything of it.
 */
export function layOutAhead(element: HTMLElement): void {
  if (!element.hidden) return;
  element.hidden = false;
  element.getBoundingClientRect();
  element.hidden = true;
}
