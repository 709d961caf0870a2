/** What is shown, looked for by hand and not by role: some tests look thousands of times. */
export function lookAt(container: Element) {
  const shown = <Found extends Element>(selector: string) =>
    [...container.querySelectorAll<Found & HTMLElement>(selector)].filter(
      (element) => !element.closest('[hidden]'),
    );
  const button = (name: string | RegExp) =>
    shown('button').find(({ textContent }) =>
      typeof name === 'string' ? textContent === name : name.test(textContent ?? ''),
    );
  const fields = () => shown<HTMLInputElement>('input');
  return { shown, button, fields };
}
