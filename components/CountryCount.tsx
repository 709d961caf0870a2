import { useEffect, useState } from 'react';
import { useMessages } from '../src/account/AccountContext.ts';

/** Tells how many countries were found, once per pause in typing; that there are none, at once and to everyone. */
export function CountryCount({ count }: { count: number }) {
  const messages = useMessages();
  const [told, setTold] = useState(count);

  useEffect(() => {
    const timer = setTimeout(() => setTold(count), 400);
    return () => clearTimeout(timer);
  }, [count]);

  const isEmpty = count === 0;
  return (
    <div role="status" className={isEmpty ? 'genauth-empty' : 'genauth-visually-hidden'}>
      {isEmpty ? messages.noCountryFound : told === count ? messages.countriesFound(count) : ''}
    </div>
  );
}
