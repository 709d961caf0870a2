import { Combobox } from '@base-ui/react/combobox';
import { memo } from 'react';
import { useMessages } from '../src/account/AccountContext.ts';
import type { ListedCountry } from '../src/phone/countryList.ts';
import type { RowWindow } from './useRowWindow.ts';

export interface CountryRowsProps {
  countries: readonly ListedCountry[];
  rows: RowWindow;
}

/** The options in sight and some around them, with room for all the others. */
export function CountryRows({ countries, rows: { first, last, before, after } }: CountryRowsProps) {
  const { countryNotAllowed } = useMessages();
  return (
    <div role="presentation" style={{ paddingBlock: `${before}px ${after}px` }}>
      {countries.slice(first, last).map((country, i) => (
        <CountryRow
          key={country.code}
          country={country}
          index={first + i}
          count={countries.length}
          reason={country.isAllowed ? undefined : countryNotAllowed}
        />
      ))}
    </div>
  );
}

interface CountryRowProps {
  country: ListedCountry;
  index: number;
  count: number;
  /** Why it cannot be chosen. */
  reason: string | undefined;
}

const CountryRow = memo(function CountryRow({ country, index, count, reason }: CountryRowProps) {
  return (
    <Combobox.Item
      className="genauth-option"
      value={country}
      index={index}
      disabled={reason !== undefined}
      aria-setsize={count}
      aria-posinset={index + 1}
    >
      <span className="genauth-option-name">{country.name}</span>{' '}
      <bdi dir="ltr" translate="no">
        {`+${country.callingCode}`}
      </bdi>
      {reason && <span className="genauth-option-reason">{` ${reason}`}</span>}
    </Combobox.Item>
  );
});
