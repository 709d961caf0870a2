/** The language of what is around an element, through all shadow roots: that of the nearest `lang`. */
export function langAround(element: Element): string | undefined {
  for (let at: Element | undefined = element; at; at = hostOf(at)) {
    const lang = at.closest('[lang]')?.getAttribute('lang');
    if (lang) return lang;
  }
  return undefined;
}

/** Calls back when a `lang` around an element may have changed. Returns what ends that. */
export function watchLangAround(element: Element, callback: () => void): () => void {
  const observer = new MutationObserver((changes) => {
    if (changes.some(({ target }) => isAround(target, element))) callback();
  });
  for (let at: Element | undefined = element; at; at = hostOf(at)) {
    observer.observe(at.getRootNode(), { attributeFilter: ['lang'], subtree: true });
  }
  return () => observer.disconnect();
}

function isAround(node: Node, element: Element): boolean {
  for (let at: Element | undefined = element; at; at = hostOf(at)) {
    if (node.contains(at)) return true;
  }
  return false;
}

/** The element that carries the shadow root around another. */
function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}
