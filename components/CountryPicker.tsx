import { Combobox } from '@base-ui/react/combobox';
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useAccount, useMessages } from '../src/account/AccountContext.ts';
import { type ListedCountry, listCountries } from '../src/phone/countryList.ts';
import { prepareSearch, searchCountries } from '../src/phone/countrySearch.ts';
import type { CountryButtonProps } from './CountryButton.tsx';
import { CountryCount } from './CountryCount.tsx';
import { CountryRows } from './CountryRows.tsx';
import { CountrySheet } from './CountrySheet.tsx';
import { useRowWindow } from './useRowWindow.ts';

export interface CountryPickerProps extends CountryButtonProps {
  anchorRef: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** Does ahead of time what opening and searching would have to wait for. */
export function prepare(locale: string): void {
  prepareSearch(listCountries(locale));
}

/** The list of countries with a search field, open as long as it is rendered. */
export function CountryPicker({
  anchorRef,
  country,
  onChange,
  onClose,
  preferredCountries: preferred,
  allowedCountries: allowed,
}: CountryPickerProps) {
  const { locale } = useAccount();
  const messages = useMessages();
  const countries = listCountries(locale, { preferred, allowed });
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const found = useMemo(() => searchCountries(countries, query), [countries, query]);
  const rows = useRowWindow(
    found,
    countries.findIndex(({ code }) => code === country),
  );
  const searchRef = useRef<HTMLInputElement>(null);
  const highlighted = useRef<ListedCountry>(undefined);

  // Base UI highlights the selected option when a list opens, not in one that was always open.
  useLayoutEffect(() => setOpen(true), []);

  function pick(choice: ListedCountry | null | undefined) {
    if (!choice?.isAllowed) return;
    onChange(choice.code);
    onClose();
  }

  return (
    <Combobox.Root
      open={isOpen}
      virtualized
      autoHighlight
      items={countries}
      filteredItems={found}
      value={countries.find(({ code }) => code === country) ?? null}
      itemToStringLabel={({ name }) => name}
      inputValue={query}
      onInputValueChange={(value, { reason }) => {
        if (reason === 'input-change') setQuery(value);
      }}
      onValueChange={pick}
      onItemHighlighted={(choice, { index, reason }) => {
        highlighted.current = choice;
        if (reason !== 'pointer') rows.reveal(index);
      }}
      onOpenChange={(_, details) => {
        // A press on the button is the button's to answer.
        if (isWithin(anchorRef.current, details.event)) details.cancel();
        else onClose();
      }}
    >
      <Combobox.Portal container={anchorRef.current?.closest<HTMLElement>('.genauth') ?? null}>
        <Combobox.Positioner
          className="genauth-positioner"
          popover="manual"
          positionMethod="fixed"
          anchor={anchorRef}
          align="start"
          sideOffset={4}
        >
          <CountrySheet searchRef={searchRef} onClose={onClose}>
            <Combobox.Input
              ref={searchRef}
              className="genauth-search"
              aria-label={messages.searchCountries}
              placeholder={messages.searchCountries}
              enterKeyHint="done"
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                // Also picks what was scrolled out of sight, and so is not there to be clicked.
                event.preventDefault();
                event.preventBaseUIHandler();
                const { isComposing, keyCode } = event.nativeEvent;
                if (!isComposing && keyCode !== 229) pick(highlighted.current);
              }}
            />
            <Combobox.List
              className="genauth-list"
              aria-label={messages.chooseCountry}
              ref={rows.scrollerRef}
              onScroll={rows.update}
            >
              <CountryRows countries={found} rows={rows} />
            </Combobox.List>
            <CountryCount count={found.length} />
          </CountrySheet>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

function isWithin(element: HTMLElement | null, event: Event): boolean {
  return element !== null && event.composedPath().includes(element);
}
