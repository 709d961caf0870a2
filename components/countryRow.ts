/** What a row of the list of countries shows and tells. */
export interface CountryRowContent {
  id: string;
  name: string;
  code: string;
  /** From 1, among all that were found. */
  position: number;
  count: number;
  isSelected: boolean;
  isHighlighted: boolean;
  /** Why it cannot be chosen; empty for a country that can. */
  reason: string;
}

export interface CountryRow {
  element: HTMLElement;
  /** Changes only what differs from what was written before. */
  write: (content: CountryRowContent) => void;
}

/** An option of the list (ARIA 1.2, option); the search has the focus and points to it. */
export function createCountryRow(): CountryRow {
  const element = document.createElement('div');
  element.className = 'genauth-option';
  element.setAttribute('role', 'option');
  const name = document.createElement('span');
  name.className = 'genauth-option-name';
  const code = document.createElement('bdi');
  code.dir = 'ltr';
  code.setAttribute('translate', 'no');
  const reason = document.createElement('span');
  reason.className = 'genauth-option-reason';
  element.append(name, ' ', code);

  let before: Partial<CountryRowContent> = {};
  return {
    element,
    write(content) {
      if (content.name !== before.name) writeText(name, content.name);
      if (content.code !== before.code) writeText(code, content.code);
      if (content.id !== before.id) element.id = content.id;
      if (content.position !== before.position) {
        element.setAttribute('aria-posinset', `${content.position}`);
      }
      if (content.count !== before.count) element.setAttribute('aria-setsize', `${content.count}`);
      if (content.isSelected !== before.isSelected) {
        element.setAttribute('aria-selected', `${content.isSelected}`);
      }
      if (content.isHighlighted !== before.isHighlighted) {
        element.toggleAttribute('data-highlighted', content.isHighlighted);
      }
      if (content.reason !== before.reason) {
        writeText(reason, ` ${content.reason}`);
        if (content.reason) {
          element.setAttribute('aria-disabled', 'true');
          element.append(reason);
        } else {
          element.removeAttribute('aria-disabled');
          reason.remove();
        }
      }
      before = content;
    },
  };
}

// A text that stays costs less than a new one; a browser's translation may have put others in its place.
function writeText(element: HTMLElement, text: string): void {
  const { firstChild, lastChild } = element;
  if (firstChild instanceof Text && firstChild === lastChild) firstChild.data = text;
  else element.textContent = text;
}
