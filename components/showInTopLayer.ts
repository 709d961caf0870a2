/** Lifts a `popover` above everything: no box can clip it, and a modal dialog around it leaves it alive. Returns what ends that. */
export function showInTopLayer(element: HTMLElement): () => void {
  // Browsers without popovers show the element where it is.
  if (!element.showPopover) return () => undefined;
  if (!element.matches(':popover-open')) element.showPopover();
  return () => {
    if (element.matches(':popover-open')) element.hidePopover();
  };
}
