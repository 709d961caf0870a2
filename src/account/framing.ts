/** What is asked of a window and of those around it. */
interface Frame {
  readonly parent: Frame;
  readonly location: { readonly href: string };
}

/**
 * Whether a page of another origin is anywhere around this one: it may lay whatever it likes over our buttons.
 * In a sandboxed frame without an origin every page is another's.
 */
export function isFramedByOther(page: Frame | undefined = globalThis.window): boolean {
  // Each of them: a page of ours may frame another's that frames us.
  for (let at = page; at && at.parent !== at; at = at.parent) {
    if (!isOfOurOrigin(at.parent)) return true;
  }
  return false;
}

function isOfOurOrigin({ location }: Frame): boolean {
  try {
    return location.href !== undefined;
  } catch {
    // Another origin's window says nothing of where it is.
    return false;
  }
}
