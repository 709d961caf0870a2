import { type ComponentType, lazy, Suspense, useRef, useState } from 'react';
import { useAccount, useMessages } from '../src/account/AccountContext.ts';
import { type CountryCode, callingCodeOf } from '../src/phone/callingCodes.ts';
import { countryName } from '../src/phone/countryName.ts';
import { CountriesNotLoaded } from './CountriesNotLoaded.tsx';
import type { CountryPickerProps } from './CountryPicker.tsx';

const loadPicker = (): Promise<{ default: ComponentType<CountryPickerProps> }> =>
  import('./CountryPicker.tsx').then(
    (module) => ({ default: module.CountryPicker }),
    () => ({ default: CountriesNotLoaded }),
  );
const CountryPicker = lazy(loadPicker);

export interface CountryButtonProps {
  country: CountryCode;
  onChange: (country: CountryCode) => void;
}

/** Shows the calling code and opens the list of countries, which is loaded when a hand comes near. */
export function CountryButton({ country, onChange }: CountryButtonProps) {
  const { locale } = useAccount();
  const messages = useMessages();
  const [isOpen, setOpen] = useState(false);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const code = `+${callingCodeOf(country)}`;
  return (
    <>
      <button
        ref={buttonRef}
        type="button"
        className="genauth-country"
        aria-label={messages.countryCallingCode(`${countryName(country, locale)} ${code}`)}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={() => void loadPicker()}
        onFocus={() => void loadPicker()}
        onClick={() => setOpen(true)}
      >
        <bdi dir="ltr" translate="no">
          {code}
        </bdi>
        <span className="genauth-chevron" aria-hidden="true" />
      </button>
      {isOpen && (
        <Suspense>
          <CountryPicker
            anchorRef={buttonRef}
            country={country}
            onChange={onChange}
            onClose={() => {
              setOpen(false);
              buttonRef.current?.focus();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
