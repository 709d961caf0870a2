const watched = new WeakSet<HTMLInputElement>();

/**
 * A ref for a field that React renders: takes away the attribute into which React copies, after each event,
 * what stands in the field. Style sheets and recorders of pages can read it there.
 */
export function withoutMirror(ref: (node: HTMLInputElement | null) => void) {
  return (node: HTMLInputElement | null) => {
    ref(node);
    if (!node || watched.has(node)) return;
    watched.add(node);
    const remove = () => node.removeAttribute('value');
    remove();
    // Goes with the field: an observer is kept by what it observes.
    new MutationObserver(remove).observe(node, { attributeFilter: ['value'] });
  };
}
