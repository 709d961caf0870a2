import type { ContactKind } from './contact.ts';

/** What this tab has noted of a change; small, because it is asked for before anything of the change is shown. */
export function storedChange(kind: ContactKind): string | null {
  try {
    return sessionStorage.getItem(keyOf(kind));
  } catch {
    return null;
  }
}

/** Notes it, or does nothing where storage is blocked or full. */
export function storeChange(kind: ContactKind, text: string | undefined): void {
  try {
    if (text === undefined) sessionStorage.removeItem(keyOf(kind));
    else sessionStorage.setItem(keyOf(kind), text);
  } catch {
    // A reload then begins with the first step.
  }
}

function keyOf(kind: ContactKind): string {
  return `genauth-account-widget.change.${kind}.v1`;
}
