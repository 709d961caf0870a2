import { MOVED } from './moved.ts';

/** Calls back when a pointer is pressed or the focus goes outside of both elements, or they are moved. Returns what ends that. */
export function whenLeft(
  popup: HTMLElement,
  anchor: HTMLElement,
  callback: (goesBack: boolean) => void,
): () => void {
  const root = popup.getRootNode();
  const page = popup.ownerDocument;
  const hosts = hostsOf(root);

  function onPress(event: Event) {
    const path = event.composedPath();
    // What was pressed in a closed shadow root, only the root itself is told.
    const isConclusive = path.includes(root) || !hosts.some((host) => path.includes(host));
    if (!isConclusive || path.includes(popup) || path.includes(anchor)) return;
    callback(true);
    // A press on nothing in particular has taken the focus away by then.
    setTimeout(() => {
      const focused = (root as Document | ShadowRoot).activeElement ?? page.activeElement;
      if (focused === page.body || focused?.contains(anchor)) anchor.focus();
    });
  }

  function onFocusOut({ relatedTarget }: FocusEvent) {
    const next = relatedTarget as Node | null;
    if (!next) timer = setTimeout(onLostFocus);
    else if (!anchor.contains(next) && !popup.contains(next)) callback(false);
  }

  /** Into a page within the page; or the window was left, and the list will be there on return. */
  function onLostFocus() {
    if (page.activeElement?.localName === 'iframe') callback(false);
  }

  const onMove = () => callback(false);

  let timer: ReturnType<typeof setTimeout> | undefined;
  const targets = new Set<EventTarget>([page, root]);
  for (const target of targets) target.addEventListener('pointerdown', onPress, true);
  root.addEventListener(MOVED, onMove);
  popup.addEventListener('focusout', onFocusOut);
  return () => {
    for (const target of targets) target.removeEventListener('pointerdown', onPress, true);
    root.removeEventListener(MOVED, onMove);
    popup.removeEventListener('focusout', onFocusOut);
    clearTimeout(timer);
  };
}

function hostsOf(root: Node): Element[] {
  return 'host' in root
    ? [root.host as Element, ...hostsOf((root.host as Element).getRootNode())]
    : [];
}
