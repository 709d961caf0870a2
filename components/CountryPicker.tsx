import { type KeyboardEvent, memo, type RefObject, useId, useMemo, useRef, useState } from 'react';
import { useAccount, useMessages } from '../src/account/AccountContext.ts';
import type { CountryCode } from '../src/phone/callingCodes.ts';
import { type ListedCountry, listCountries } from '../src/phone/countryList.ts';
import { prepareSearch, searchCountries } from '../src/phone/countrySearch.ts';
import type { CountryButtonProps } from './CountryButton.tsx';
import { CountryCount } from './CountryCount.tsx';
import { CountryRows } from './CountryRows.tsx';
import { CountrySheet } from './CountrySheet.tsx';
import { useRowWindow } from './useRowWindow.ts';

export interface CountryPickerProps extends CountryButtonProps {
  anchorRef: RefObject<HTMLElement | null>;
  isOpen: boolean;
  /** The focus goes back to the button, unless it went elsewhere. */
  onClose: (goesBack?: boolean) => void;
}

/** Does ahead of time what opening and searching would have to wait for. */
export function prepare(locale: string): void {
  prepareSearch(listCountries(locale));
}

/** The list of countries with a search field. Rendered ahead of being opened, so that a press only has to show it. */
export const CountryPicker = memo(function CountryPicker({
  anchorRef,
  isOpen,
  country,
  onChange,
  onClose,
  preferredCountries: preferred,
  allowedCountries: allowed,
}: CountryPickerProps) {
  const { locale } = useAccount();
  const messages = useMessages();
  const listId = useId();
  const searchRef = useRef<HTMLInputElement>(null);
  const countries = listCountries(locale, { preferred, allowed });
  const [query, setQuery] = useState<string>();
  const [highlighted, setHighlighted] = useState<CountryCode>();
  const found = useMemo(() => searchCountries(countries, query ?? ''), [countries, query]);
  const start = query === undefined ? indexOf(found, country) : 0;
  const index = highlighted === undefined ? start : indexOf(found, highlighted);
  const rows = useRowWindow(found, start, isOpen);

  function search(value: string | undefined) {
    setQuery(value);
    setHighlighted(undefined);
  }

  function pick(choice: ListedCountry | undefined) {
    if (!choice?.isAllowed) return;
    onChange(choice.code);
    onClose();
  }

  function onKeyDown(event: KeyboardEvent) {
    const { isComposing, keyCode } = event.nativeEvent;
    if (isComposing || keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const next = (Math.max(index, 0) + step + found.length) % found.length;
      setHighlighted(found[next]?.code);
      rows.reveal(next);
    } else if (event.key === 'Enter') pick(found[index]);
    else return;
    event.preventDefault();
  }

  return (
    <CountrySheet
      anchorRef={anchorRef}
      searchRef={searchRef}
      isOpen={isOpen}
      onClose={onClose}
      onHidden={() => {
        search(undefined);
        if (searchRef.current) searchRef.current.value = '';
      }}
    >
      <input
        ref={searchRef}
        className="genauth-search"
        type="text"
        role="combobox"
        aria-label={messages.searchCountries}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={found[index] && listId + found[index].code}
        placeholder={messages.searchCountries}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="done"
        onChange={({ target, nativeEvent }) => {
          if (!(nativeEvent as InputEvent).isComposing) search(target.value);
        }}
        onCompositionEnd={({ currentTarget }) => search(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <CountryRows
        listId={listId}
        countries={found}
        selected={country}
        highlighted={found[index]?.code}
        rows={rows}
        onHighlight={setHighlighted}
        onPick={pick}
      />
      <CountryCount count={found.length} />
    </CountrySheet>
  );
}, isIdle);

/** While closed only a choice elsewhere counts; all else is seen to on opening. */
function isIdle(before: CountryPickerProps, { isOpen, country }: CountryPickerProps): boolean {
  return !before.isOpen && !isOpen && before.country === country;
}

const indexOf = (countries: readonly ListedCountry[], wanted: CountryCode) =>
  countries.findIndex(({ code }) => code === wanted);
