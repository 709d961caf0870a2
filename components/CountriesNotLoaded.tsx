import { useMessages } from '../src/account/AccountContext.ts';
import { Button } from './Button.tsx';

/** Stands in for the list of countries when its code could not be fetched: the number can still be typed. */
export function CountriesNotLoaded({ onClose }: { onClose: () => void }) {
  const messages = useMessages();
  return (
    <div className="genauth-alert genauth-countries-not-loaded" role="alert">
      <p>{messages.countriesNotLoaded}</p>
      <Button look="plain" onPress={onClose}>
        {messages.close}
      </Button>
    </div>
  );
}
