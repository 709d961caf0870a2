/** Lifts a `popover` above everything: no box can clip it, and a modal dialog around it leaves it alive. */
export function showInTopLayer(element: HTMLElement): void {
  // Browsers without popovers show the element where it is.
  if (!element.showPopover || element.matches(':popover-open')) return;
  element.showPopover();
}
