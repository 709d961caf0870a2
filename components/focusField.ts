/** Moves the focus into a field of the form. */
export type FocusOn = (name: string, shouldSelect?: boolean) => void;

/** Moves the focus into a field at once: react-hook-form's own way waits, and a key pressed meanwhile goes elsewhere. */
export function focusField(
  form: Element | null | undefined,
  name: string,
  shouldSelect = false,
): void {
  // By its name, not its class: in a page within a page, every class is another.
  const field = form?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  field?.focus();
  if (shouldSelect) field?.select();
}
