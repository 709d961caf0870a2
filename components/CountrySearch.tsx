import { type KeyboardEvent, type RefObject, useLayoutEffect, useState } from 'react';
import { useMessages } from '../src/account/AccountContext.ts';

export interface CountrySearchProps {
  searchRef: RefObject<HTMLInputElement | null>;
  isOpen: boolean;
  listId: string;
  /** Of the highlighted option. */
  optionId: string | undefined;
  onSearch: (query: string) => void;
  /** 1 for the next option, -1 for the one before. */
  onStep: (step: number) => void;
  onEnter: () => void;
}

/** Has the focus while the list is open. Keeps its own text until the list closes, so that a keystroke waits for nothing of ours. */
export function CountrySearch(props: CountrySearchProps) {
  const { searchRef, isOpen, listId, optionId, onSearch, onStep, onEnter } = props;
  const messages = useMessages();
  const [isEmpty, setIsEmpty] = useState(true);

  useLayoutEffect(() => {
    if (isOpen || !searchRef.current) return;
    searchRef.current.value = '';
    setIsEmpty(true);
  }, [isOpen, searchRef]);

  function onKeyDown(event: KeyboardEvent) {
    const { isComposing, keyCode } = event.nativeEvent;
    if (isComposing || keyCode === 229) return;
    if (event.key === 'ArrowDown') onStep(1);
    else if (event.key === 'ArrowUp') onStep(-1);
    else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
  }

  return (
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
        aria-activedescendant={optionId}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="done"
        onChange={({ target, nativeEvent }) => {
          setIsEmpty(target.value === '');
          const isUnfinished = 'isComposing' in nativeEvent && nativeEvent.isComposing;
          if (!isUnfinished) onSearch(target.value);
        }}
        onCompositionEnd={({ currentTarget }) => onSearch(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {/* Chromium styles a placeholder anew with every key. */}
      <span className="genauth-search-hint" aria-hidden="true" hidden={!isEmpty}>
        {messages.searchCountries}
      </span>
    </div>
  );
}
