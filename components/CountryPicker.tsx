import { Combobox } from '@base-ui/react/combobox';
import { type RefObject, useMemo, useState } from 'react';
import { useAccount, useMessages } from '../src/account/AccountContext.ts';
import { type CountryCode, callingCodeOf } from '../src/phone/callingCodes.ts';
import { listCountries, searchCountries } from '../src/phone/countryList.ts';

export interface CountryPickerProps {
  anchorRef: RefObject<HTMLElement | null>;
  country: CountryCode;
  onChange: (country: CountryCode) => void;
  onClose: () => void;
}

/** The list of countries with a search field, open as long as it is rendered. */
export function CountryPicker({ anchorRef, country, onChange, onClose }: CountryPickerProps) {
  const { locale } = useAccount();
  const messages = useMessages();
  const countries = useMemo(() => listCountries(locale), [locale]);
  const [query, setQuery] = useState('');
  const found = useMemo(() => searchCountries(countries, query), [countries, query]);

  return (
    <Combobox.Root
      open
      items={countries}
      filteredItems={found}
      value={countries.find(({ code }) => code === country) ?? null}
      itemToStringLabel={({ name }) => name}
      inputValue={query}
      onInputValueChange={(value, { reason }) => {
        if (reason === 'input-change' || reason === 'input-clear') setQuery(value);
      }}
      onValueChange={(choice) => {
        if (choice) onChange(choice.code);
      }}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      autoHighlight
    >
      <Combobox.Portal container={anchorRef.current?.closest<HTMLElement>('.genauth') ?? null}>
        <Combobox.Positioner
          className="genauth-positioner"
          anchor={anchorRef}
          align="start"
          sideOffset={4}
        >
          <Combobox.Popup className="genauth-popup" aria-label={messages.chooseCountry}>
            <Combobox.Input
              className="genauth-search"
              aria-label={messages.searchCountries}
              placeholder={messages.searchCountries}
            />
            <Combobox.Status className="genauth-visually-hidden">
              {found.length > 0 ? messages.countriesFound(found.length) : null}
            </Combobox.Status>
            <Combobox.Empty>
              <p className="genauth-empty">{messages.noCountryFound}</p>
            </Combobox.Empty>
            <Combobox.List className="genauth-list">
              {(item: (typeof countries)[number]) => (
                <Combobox.Item key={item.code} value={item} className="genauth-option">
                  <span>{item.name}</span>{' '}
                  <bdi dir="ltr" translate="no">
                    {`+${callingCodeOf(item.code)}`}
                  </bdi>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
