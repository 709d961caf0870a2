import { memo, type RefObject, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useAccount, useMessages } from '../src/account/AccountContext.ts';
import { listCountries } from '../src/phone/countryList.ts';
import { prepareFirstLetters, prepareSearch } from '../src/phone/countrySearch.ts';
import type { CountryButtonProps } from './CountryButton.tsx';
import { CountrySheet } from './CountrySheet.tsx';
import {
  type CountryCombobox,
  type CountryComboboxProps,
  createCountryCombobox,
} from './countryCombobox.ts';

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
  const hintRef = useRef<HTMLSpanElement>(null);
  const listRef = useRef<HTMLDivElement>(null);
  const statusRef = useRef<HTMLDivElement>(null);
  const countries = listCountries(locale, { preferred, allowed });

  const combobox = useRef<CountryCombobox>(undefined);
  const props: CountryComboboxProps = {
    countries,
    selected: country,
    messages,
    isOpen,
    onPick(choice) {
      onChange(choice);
      onClose();
    },
  };
  useLayoutEffect(() => {
    if (combobox.current) return combobox.current.update(props);
    const search = searchRef.current;
    const hint = hintRef.current;
    const list = listRef.current;
    const status = statusRef.current;
    if (!search || !hint || !list || !status) return;
    combobox.current = createCountryCombobox({ search, hint, list, status }, props);
  });
  useLayoutEffect(
    () => () => {
      combobox.current?.destroy();
      combobox.current = undefined;
    },
    [],
  );

  // The host may have an order of its own, which is known only here.
  useEffect(() => {
    const timer = setTimeout(prepareFirstLetters, 200, countries);
    return () => clearTimeout(timer);
  }, [countries]);

  return (
    <CountrySheet anchorRef={anchorRef} searchRef={searchRef} isOpen={isOpen} onClose={onClose}>
      <div className="genauth-search-line">
        <input
          ref={searchRef}
          className="genauth-search"
          type="text"
          role="combobox"
          aria-label={messages.searchCountries}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={listId}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="done"
        />
        {/* Chromium styles a placeholder anew with every key. */}
        <span ref={hintRef} className="genauth-search-hint" aria-hidden="true" />
      </div>
      <div
        ref={listRef}
        className="genauth-list"
        role="listbox"
        id={listId}
        aria-label={messages.chooseCountry}
        tabIndex={-1}
      />
      <div ref={statusRef} role="status" className="genauth-visually-hidden" />
    </CountrySheet>
  );
}, isIdle);

/** While closed only a choice elsewhere counts; all else is seen to on opening. */
function isIdle(before: CountryPickerProps, { isOpen, country }: CountryPickerProps): boolean {
  return !before.isOpen && !isOpen && before.country === country;
}
