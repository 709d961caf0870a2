import type { Messages } from '../src/i18n/en.ts';
import type { CountryCode } from '../src/phone/callingCodes.ts';
import type { ListedCountry } from '../src/phone/countryList.ts';
import { searchCountries } from '../src/phone/countrySearch.ts';
import { composesEverything } from './composesEverything.ts';
import { type CountryRowContent, createCountryRow } from './countryRow.ts';
import { isCharacter } from './isCharacter.ts';
import { isComposed } from './isComposed.ts';
import { needsOptionsTold } from './needsOptionsTold.ts';
import { createRowWindow } from './rowWindow.ts';

export interface CountryComboboxElements {
  search: HTMLInputElement;
  /** Shown as long as nothing stands in the search. */
  hint: HTMLElement;
  list: HTMLElement;
  /** Tells how many were found. */
  status: HTMLElement;
}

export interface CountryComboboxProps {
  countries: readonly ListedCountry[];
  selected: CountryCode;
  messages: Messages;
  /** Whether the list is in sight. Out of it, what was searched for is forgotten. */
  isOpen: boolean;
  onPick: (country: CountryCode) => void;
}

export interface CountryCombobox {
  update: (props: CountryComboboxProps) => void;
  destroy: () => void;
}

const COUNT_PAUSE_MS = 400;

/**
 * A search and the options that it finds (ARIA 1.2, combobox). Written into its elements by hand: a render would take
 * longer than finding the countries and writing their rows.
 */
export function createCountryCombobox(
  { search, hint, list, status }: CountryComboboxElements,
  initial: CountryComboboxProps,
): CountryCombobox {
  let props = initial;
  let query: string | undefined;
  let found = props.countries;
  let highlighted: CountryCode | undefined;
  let toldCount = found.length;
  let told: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listening = new AbortController();

  const rows = createRowWindow(list, () => {
    const { element, write } = createCountryRow();
    return { element, write: (index) => write(contentAt(index)) };
  });

  function contentAt(index: number): CountryRowContent {
    const country = found[index];
    if (!country) throw new RangeError(`There is no row ${index}.`);
    return {
      id: list.id + country.code,
      name: country.name,
      code: `+${country.callingCode}`,
      position: index + 1,
      count: found.length,
      isSelected: country.code === props.selected,
      isHighlighted: country.code === highlightedCode(),
      reason: country.isAllowed ? '' : props.messages.countryNotAllowed,
    };
  }

  const highlightedCode = () =>
    highlighted ?? (query === undefined ? props.selected : found[0]?.code);
  const highlightedIndex = () => found.findIndex(({ code }) => code === highlightedCode());

  /** What was found, from its start on. */
  function show() {
    tellHighlighted();
    tellStatus();
    // Last, as a list that scrolls is laid out at once.
    rows.show(found.length, query === undefined ? highlightedIndex() : 0);
    clearTimeout(timer);
    if (found.length === toldCount) return;
    timer = setTimeout(() => {
      toldCount = found.length;
      tellStatus();
    }, COUNT_PAUSE_MS);
  }

  /** What was found, where it stands. */
  function refresh() {
    rows.refresh();
    tellHighlighted();
    tellStatus();
  }

  function tellHighlighted() {
    const option = found[highlightedIndex()];
    const id = option ? list.id + option.code : null;
    // Set anew, it might be read out anew.
    if (id === search.getAttribute('aria-activedescendant')) return;
    if (id === null) search.removeAttribute('aria-activedescendant');
    else search.setAttribute('aria-activedescendant', id);
  }

  /** What an option has to say that nothing else says; else the count, once per pause in typing, and that there is none, at once and to everyone. */
  function tellStatus() {
    const { length } = found;
    const { noCountryFound, countriesFound } = props.messages;
    const count = length === toldCount ? countriesFound(length) : '';
    const text = told ?? (length === 0 ? noCountryFound : count);
    const className = length === 0 ? 'genauth-empty' : 'genauth-visually-hidden';
    if (status.className !== className) status.className = className;
    if (status.textContent !== text) status.textContent = text;
  }

  /** Its text goes rather than its box, which would be styled anew. */
  function showHint() {
    const text = search.value === '' ? props.messages.searchCountries : '';
    if (hint.textContent !== text) hint.textContent = text;
  }

  function searchFor(value: string) {
    query = value;
    highlighted = told = undefined;
    found = searchCountries(props.countries, value);
    show();
  }

  function highlight(country: CountryCode) {
    if (country === highlightedCode()) return;
    highlighted = country;
    refresh();
  }

  function pick(country: ListedCountry | undefined) {
    if (!country) return;
    if (country.isAllowed) return props.onPick(country.code);
    told = props.messages.countryNotAllowed;
    tellStatus();
  }

  function goTo(index: number) {
    const country = found[index];
    if (!country) return;
    if (search.value === '' && needsOptionsTold()) {
      const { name, code, reason } = contentAt(index);
      told = `${name} ${code} ${reason}`.trim();
    } else if (told) told = '';
    highlight(country.code);
    rows.reveal(index);
  }

  /** From either end it goes on at the other. */
  function step(by: number) {
    goTo((Math.max(highlightedIndex(), 0) + by + found.length) % found.length);
  }

  function stepPage(direction: 1 | -1) {
    const next = highlightedIndex() + direction * rows.perPage();
    goTo(Math.max(0, Math.min(next, found.length - 1)));
  }

  /** Whether a key is one of the list's (ARIA Authoring Practices, combobox). */
  function press({ key, repeat }: KeyboardEvent): boolean {
    const hasText = search.value !== '';
    if (key === 'ArrowDown') step(1);
    else if (key === 'ArrowUp') step(-1);
    else if (key === 'PageDown') stepPage(1);
    else if (key === 'PageUp') stepPage(-1);
    else if (key === 'Home' && !hasText) goTo(0);
    else if (key === 'End' && !hasText) goTo(found.length - 1);
    else if (key !== 'Enter') return false;
    // Held down since it opened the list, it chooses nothing.
    else if (!repeat) pick(found[highlightedIndex()]);
    return true;
  }

  function countryAt({ target }: MouseEvent): ListedCountry | undefined {
    // Also in a document of another window's, where it is no `Element` of this one's.
    const option = (target as Element).closest('[role=option]');
    return option ? found[Number(option.getAttribute('aria-posinset')) - 1] : undefined;
  }

  listen(search, 'input', (event) => {
    showHint();
    const isComposing = 'isComposing' in event && event.isComposing;
    if (!isComposing || composesEverything()) searchFor(search.value);
  });
  listen(search, 'compositionend', () => searchFor(search.value));
  listen(search, 'keydown', (event) => {
    if (isCharacter(event)) return event.stopPropagation();
    if (!isComposed(event) && press(event)) event.preventDefault();
  });
  listen(search, 'keyup', (event) => {
    if (isCharacter(event)) event.stopPropagation();
  });
  // What is searched for is nothing that was entered in a form around, nor a page's shortcut of one key.
  for (const type of ['keypress', 'beforeinput', 'input', 'change'] as const) {
    listen(search, type, (event) => event.stopPropagation());
  }
  listen(list, 'mousedown', (event) => event.preventDefault());
  listen(list, 'mousemove', (event) => {
    // What moved under a pointer at rest was not pointed at.
    const country = event.movementX || event.movementY ? countryAt(event) : undefined;
    if (country) highlight(country.code);
  });
  listen(list, 'click', (event) => pick(countryAt(event)));

  function listen<Type extends keyof HTMLElementEventMap>(
    element: HTMLElement,
    type: Type,
    hear: (event: HTMLElementEventMap[Type]) => void,
  ) {
    element.addEventListener(type, hear, { signal: listening.signal });
  }

  showHint();
  show();
  if (props.isOpen) rows.open();
  return {
    update(next) {
      const before = props;
      props = next;
      const hasClosed = before.isOpen && !next.isOpen;
      if (hasClosed) {
        rows.close();
        search.value = '';
        query = undefined;
        highlighted = told = undefined;
        toldCount = next.countries.length;
      }
      showHint();
      const isAnotherList = hasClosed || before.countries !== next.countries;
      if (isAnotherList) found = searchCountries(next.countries, query ?? '');
      const startsElsewhere = query === undefined && before.selected !== next.selected;
      if (isAnotherList || startsElsewhere) show();
      else refresh();
      if (next.isOpen && !before.isOpen) rows.open();
    },
    destroy() {
      listening.abort();
      clearTimeout(timer);
      rows.close();
    },
  };
}
