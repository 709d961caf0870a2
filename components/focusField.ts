import type { FormValues } from '../src/account/contact.ts';

/** Moves the focus into a field of the form. */
export type FocusOn = (name: keyof FormValues, shouldSelect?: boolean) => void;

/**
 * Moves the focus into a field at once: react-hook-form's own way waits, and a key pressed meanwhile goes elsewhere.
 * Returns whether it was not there already.
 */
export function focusField(
  form: Element | null | undefined,
  name: string,
  shouldSelect = false,
): boolean {
  // By its name, not its class: in a page within a page, every class is another.
  const field = form?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  const hadFocus = field?.matches(':focus') ?? false;
  field?.focus();
  if (shouldSelect) field?.select();
  return !hadFocus;
}
