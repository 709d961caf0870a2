import { type KeyboardEvent, startTransition, useEffect, useRef, useState } from 'react';
import { useAccount, useMessages } from '../src/account/AccountContext.ts';
import { useLazyModule } from '../src/account/useLazyModule.ts';
import { type CountryCode, callingCodeOf } from '../src/phone/callingCodes.ts';
import { countryName } from '../src/phone/countryName.ts';
import { CountriesNotLoaded } from './CountriesNotLoaded.tsx';
import { countryPickerModule } from './countryPickerModule.ts';
import { whenIdle } from './whenIdle.ts';

export interface CountryButtonProps {
  country: CountryCode;
  onChange: (country: CountryCode) => void;
  /** Listed first, in this order. */
  preferredCountries?: readonly CountryCode[] | undefined;
  /** Only these can be chosen. Default: all. */
  allowedCountries?: readonly CountryCode[] | undefined;
}

/** Shows the calling code and opens the list of countries. */
export function CountryButton(props: CountryButtonProps) {
  const { country } = props;
  const { locale } = useAccount();
  const messages = useMessages();
  const picker = useLazyModule(countryPickerModule);
  const [isOpen, setOpen] = useState(false);
  const [isNear, setNear] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const code = `+${callingCodeOf(country)}`;

  useEffect(() => whenIdle(picker ? () => picker.prepare(locale) : load), [picker, locale]);

  const isPending = isOpen && !picker && !hasFailed;

  function open() {
    setOpen(true);
    setFailed(false);
    countryPickerModule.load().catch(() => setFailed(true));
  }

  function press({ key }: KeyboardEvent): boolean {
    const isArrow = key === 'ArrowDown' || key === 'ArrowUp';
    if (isArrow && !isOpen) open();
    else if (isPending && key === 'Escape') setOpen(false);
    else return false;
    return true;
  }

  function close(goesBack = true) {
    setOpen(false);
    if (goesBack) buttonRef.current?.focus();
  }

  /** A hand that comes near may press next, when the list has only to be shown. */
  function comeNear() {
    load();
    startTransition(() => setNear(true));
  }

  return (
    <>
      <button
        ref={buttonRef}
        type="button"
        className="genauth-country"
        aria-label={messages.countryCallingCode(`${countryName(country, locale)} ${code}`)}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-busy={isPending || undefined}
        onPointerEnter={comeNear}
        onFocus={comeNear}
        // Else the list closes because the focus leaves it, and opens again on the click.
        onMouseDown={(event) => isOpen && event.preventDefault()}
        onClick={() => (isOpen && !hasFailed ? setOpen(false) : open())}
        onKeyDown={(event) => {
          if (!press(event)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
        // A list that comes late would take the focus from where the person has gone on.
        onBlur={() => isPending && setOpen(false)}
      >
        <bdi dir="ltr" translate="no">
          {code}
        </bdi>
        <span className="genauth-chevron" aria-hidden="true" />
      </button>
      {(isOpen || isNear) && picker && (
        <picker.CountryPicker {...props} anchorRef={buttonRef} isOpen={isOpen} onClose={close} />
      )}
      {isOpen && !picker && hasFailed && <CountriesNotLoaded onClose={close} />}
    </>
  );
}

// What fails now is tried again, and told, when the button is pressed.
function load() {
  countryPickerModule.load().catch(() => undefined);
}
