/**
 * A ref for a field that React renders: takes away the attribute into which React copies what stands in the field,
 * where style sheets and recorders of pages can read it. A new one for each rendering, so that it is called after each.
 */
export function withoutMirror(ref: (node: HTMLInputElement | null) => void) {
  return (node: HTMLInputElement | null) => {
    ref(node);
    node?.removeAttribute('value');
  };
}
