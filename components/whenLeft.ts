import { MOVED } from './moved.ts';

/** Calls back when a pointer is pressed or the focus goes outside of both elements, or they are moved. Returns what ends that. */
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

  const onMove = () => callback(false);

  const root = popup.getRootNode();
  document.addEventListener('pointerdown', onPress, true);
  root.addEventListener(MOVED, onMove);
  popup.addEventListener('focusout', onFocusOut);
  return () => {
    root.removeEventListener(MOVED, onMove);
    document.removeEventListener('pointerdown', onPress, true);
    popup.removeEventListener('focusout', onFocusOut);
  };
}
