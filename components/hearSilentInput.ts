/** Lets React hear of what was filled in without an event, as some password managers and early autofill do. */
export function hearSilentInput(form: HTMLFormElement): void {
  for (const input of form.querySelectorAll('input')) {
    // React compares with the text it knows, so that an unchanged field hears nothing.
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
