import { memo, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useAccount } from '../src/account/AccountContext.ts';
import type { CountryCode } from '../src/phone/callingCodes.ts';
import { type ListedCountry, listCountries } from '../src/phone/countryList.ts';
import { prepareSearch, searchCountries } from '../src/phone/countrySearch.ts';
import type { CountryButtonProps } from './CountryButton.tsx';
import { CountryCount } from './CountryCount.tsx';
import { CountryRows } from './CountryRows.tsx';
import { CountrySearch } from './CountrySearch.tsx';
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
  const listId = useId();
  const searchRef = useRef<HTMLInputElement>(null);
  const countries = listCountries(locale, { preferred, allowed });
  const query = useRef<string>(undefined);
  const [latest, setLatest] = useState(() => find(countries));
  // The host may have changed the list.
  const { found, isSearch } = useMemo(
    () => (latest.countries === countries ? latest : find(countries, query.current)),
    [latest, countries],
  );
  const [highlighted, setHighlighted] = useState<CountryCode>();
  const start = isSearch ? 0 : indexOf(found, country);
  const index = highlighted === undefined ? start : indexOf(found, highlighted);
  const rows = useRowWindow(found, start, isOpen);

  // The host may have an order of its own, which is known only here.
  useEffect(() => {
    const timer = setTimeout(prepareSearch, 200, countries);
    return () => clearTimeout(timer);
  }, [countries]);

  function search(value: string | undefined) {
    query.current = value;
    const next = find(countries, value);
    // Most letters of a word find what was found before.
    if (next.isSearch !== isSearch || !isSame(next.found, found)) setLatest(next);
    setHighlighted(undefined);
  }

  function pick(choice: ListedCountry | undefined) {
    if (!choice?.isAllowed) return;
    onChange(choice.code);
    onClose();
  }

  function step(by: number) {
    const next = (Math.max(index, 0) + by + found.length) % found.length;
    setHighlighted(found[next]?.code);
    rows.reveal(next);
  }

  return (
    <CountrySheet
      anchorRef={anchorRef}
      searchRef={searchRef}
      isOpen={isOpen}
      onClose={onClose}
      onHidden={() => search(undefined)}
    >
      <CountrySearch
        searchRef={searchRef}
        isOpen={isOpen}
        listId={listId}
        optionId={found[index] && listId + found[index].code}
        onSearch={search}
        onStep={step}
        onEnter={() => pick(found[index])}
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

/** What a query finds in a list; without one, all of it. */
function find(countries: readonly ListedCountry[], query?: string) {
  return {
    countries,
    isSearch: query !== undefined,
    found: searchCountries(countries, query ?? ''),
  };
}

const isSame = (a: readonly ListedCountry[], b: readonly ListedCountry[]) =>
  a.length === b.length && a.every((country, i) => country === b[i]);

const indexOf = (countries: readonly ListedCountry[], wanted: CountryCode) =>
  countries.findIndex(({ code }) => code === wanted);
