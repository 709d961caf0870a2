import { type CSSProperties, type MouseEvent, memo, useRef } from 'react';
import { useMessages } from '../src/account/AccountContext.ts';
import type { CountryCode } from '../src/phone/callingCodes.ts';
import type { ListedCountry } from '../src/phone/countryList.ts';
import type { RowWindow } from './useRowWindow.ts';

export interface CountryRowsProps {
  listId: string;
  countries: readonly ListedCountry[];
  selected: CountryCode;
  highlighted: CountryCode | undefined;
  rows: RowWindow;
  onHighlight: (country: CountryCode) => void;
  onPick: (country: ListedCountry) => void;
}

/** The options in sight and some around them, with room for all the others. */
export function CountryRows({
  listId,
  countries,
  selected,
  highlighted,
  rows: { first, last, before, after, scrollerRef, onScroll },
  onHighlight,
  onPick,
}: CountryRowsProps) {
  const messages = useMessages();
  const keyOf = useRowKeys(countries, first, last);

  function countryAt({ target }: MouseEvent): ListedCountry | undefined {
    const option = target instanceof Element && target.closest('[role=option]');
    return option ? countries[Number(option.getAttribute('aria-posinset')) - 1] : undefined;
  }

  return (
    // The keys are the search's, which has the focus.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    <div
      ref={scrollerRef}
      className="genauth-list"
      role="listbox"
      id={listId}
      aria-label={messages.chooseCountry}
      tabIndex={-1}
      onScroll={onScroll}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={(event) => {
        // What moved under a pointer at rest was not pointed at.
        const country = event.movementX || event.movementY ? countryAt(event) : undefined;
        if (country) onHighlight(country.code);
      }}
      onClick={(event) => {
        const country = countryAt(event);
        if (country) onPick(country);
      }}
    >
      <Room height={before} />
      {countries.slice(first, last).map((country, i) => (
        <CountryRow
          key={keyOf(first + i)}
          id={listId + country.code}
          country={country}
          position={first + i + 1}
          count={countries.length}
          isSelected={country.code === selected}
          isHighlighted={country.code === highlighted}
          reason={country.isAllowed ? undefined : messages.countryNotAllowed}
        />
      ))}
      <Room height={after} />
    </div>
  );
}

/**
 * Rows scrolled into sight take the elements of rows that left it, the others keep theirs. Rows of another list take
 * the elements in the order in which they stand: to move one costs as much as a new one.
 */
function useRowKeys(countries: readonly ListedCountry[], first: number, last: number) {
  const before = useRef({ countries, first, shift: 0, elements: 0 });
  const elements = Math.max(before.current.elements, last - first);
  let { shift } = before.current;
  if (before.current.countries !== countries) shift += before.current.first - first;
  before.current = { countries, first, shift, elements };
  // Never negative, as `%` alone would be for rows above the one that the list began with.
  return (row: number) => (((row + shift) % elements) + elements) % elements;
}

/** In place of rows that are not rendered. A property of its parent would be inherited by every row, and style them all. */
function Room({ height }: { height: number }) {
  // Told to the sheet, which lets nothing else in.
  const style = { '--genauth-rows-height': `${height}px` } as CSSProperties;
  return <div role="presentation" className="genauth-room" style={style} />;
}

interface CountryRowProps {
  id: string;
  country: ListedCountry;
  position: number;
  count: number;
  isSelected: boolean;
  isHighlighted: boolean;
  /** Why it cannot be chosen. */
  reason: string | undefined;
}

const CountryRow = memo(function CountryRow({
  id,
  country: { name, callingCode },
  position,
  count,
  isSelected,
  isHighlighted,
  reason,
}: CountryRowProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the search has the focus and points to it.
    <div
      className="genauth-option"
      role="option"
      id={id}
      aria-setsize={count}
      aria-posinset={position}
      aria-selected={isSelected}
      aria-disabled={reason !== undefined || undefined}
      data-highlighted={isHighlighted ? '' : undefined}
    >
      <span className="genauth-option-name">{name}</span>{' '}
      <bdi dir="ltr" translate="no">
        {`+${callingCode}`}
      </bdi>
      {reason && <span className="genauth-option-reason">{` ${reason}`}</span>}
    </div>
  );
});
