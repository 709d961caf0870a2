/** Shows a hidden `popover` above everything: no box can clip it, and a modal dialog around it leaves it alive. Returns what ends that. */
export function showInTopLayer(element: HTMLElement): () => void {
  // Browsers without popovers show the element where it is.
  if (element.showPopover && !element.matches(':popover-open')) element.showPopover();
  // Only now: before it goes there, a browser computes the style of what is displayed, and then once more.
  element.hidden = false;
  return () => {
    element.hidden = true;
    if (element.hidePopover && element.matches(':popover-open')) element.hidePopover();
  };
}
