/** Not yet among the types of the DOM. */
interface CloseWatcher extends EventTarget {
  destroy: () => void;
}

/** Calls back when a phone's Back is pressed, which would else leave the page (HTML, 6.7). Returns what ends that. */
export function whenAskedToClose(popup: HTMLElement, callback: () => void): () => void {
  const view = popup.ownerDocument.defaultView as { CloseWatcher?: new () => CloseWatcher } | null;
  if (!view?.CloseWatcher) return () => undefined;
  const watcher = new view.CloseWatcher();
  watcher.addEventListener('close', () => callback());
  return () => watcher.destroy();
}
