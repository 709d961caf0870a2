/** Calls back when a pointer is pressed or the focus goes outside of both elements. Returns what ends that. */
export function whenLeft(
  popup: HTMLElement,
  anchor: HTMLElement,
  callback: (goesBack: boolean) => void,
): () => void {
  const isOutside = (path: EventTarget[]) => !path.includes(popup) && !path.includes(anchor);

  function onPress(event: Event) {
    if (isOutside(event.composedPath())) callback(true);
  }

  function onFocusOut({ relatedTarget }: FocusEvent) {
    // Without one, the window was left, and the list will be there on return.
    if (!(relatedTarget instanceof Node) || anchor.contains(relatedTarget)) return;
    if (!popup.contains(relatedTarget)) callback(false);
  }

  document.addEventListener('pointerdown', onPress, true);
  popup.addEventListener('focusout', onFocusOut);
  return () => {
    document.removeEventListener('pointerdown', onPress, true);
    popup.removeEventListener('focusout', onFocusOut);
  };
}
