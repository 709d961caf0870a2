/** Runs in the page: adds a sheet, looks at the widget, takes it back. Returns what was different, in words. */
export function differencesWith(css: string): string[] {
  // The root hands nothing on, and where it stands is the page's.
  const ofTheRoot =
    /^(display|box-sizing|padding|border-.*(width|style|radius)|background|box-shadow|outline-style|overflow|column-count|opacity|filter|mix-blend|transform$|clip-path|color-scheme|content$|animation-name)/;
  // Where the list of countries stands, its box tells.
  const ofThePlace = /^(inset|top|right|bottom|left|perspective-origin|transform-origin)/;
  const root = document.querySelector<HTMLElement>('.genauth');
  if (!root) throw new Error('There is no widget.');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const before = look(root);
  document.adoptedStyleSheets.push(sheet);
  // The list of countries is placed beside its button again.
  dispatchEvent(new Event('resize'));
  const after = look(root);
  document.adoptedStyleSheets.pop();
  dispatchEvent(new Event('resize'));
  if (before.size < 10) throw new Error('There is nothing to look at.');
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((what) => before.get(what) !== after.get(what))
    .map((what) => `${what}: ${before.get(what)} → ${after.get(what)}`);

  function partsOf(element: Element): string[] {
    if (element.hasAttribute('placeholder')) return ['::placeholder'];
    if (element.matches('li, summary')) return ['::marker'];
    return element.matches(':popover-open') ? ['::backdrop'] : [];
  }

  /** Every box and every computed value of every element and what is drawn before and after it. */
  function look(widget: HTMLElement): Map<string, string> {
    const seen = new Map<string, string>();
    const origin = widget.getBoundingClientRect();
    for (const [index, element] of [widget, ...widget.querySelectorAll('*')].entries()) {
      const name = `${index} ${element.localName}.${element.className}`;
      const { left, top, width, height } = element.getBoundingClientRect();
      seen.set(
        `${name} box`,
        [left - origin.left, top - origin.top, width, height].map((px) => px.toFixed(2)).join(' '),
      );
      for (const pseudo of ['', '::before', '::after', ...partsOf(element)]) {
        const style = getComputedStyle(element, pseudo);
        if (/:(before|after)$/.test(pseudo) && /none|normal/.test(style.content)) continue;
        for (const property of style) {
          if (element === widget && !ofTheRoot.test(property)) continue;
          if (ofThePlace.test(property) || property.startsWith('--')) continue;
          seen.set(`${name}${pseudo} ${property}`, style.getPropertyValue(property));
        }
      }
    }
    return seen;
  }
}
