import { useMemo, useSyncExternalStore } from 'react';
import { useAccount } from '../src/account/AccountContext.ts';
import type { ContactRules } from '../src/account/contact.ts';
import { settingsOf } from '../src/account/settings.ts';
import { useLazyModule } from '../src/account/useLazyModule.ts';
import { canonical } from '../src/i18n/catalogue.ts';
import { type CountryCode, isCountry } from '../src/phone/callingCodes.ts';

/** Which countries there are, from the host. */
export interface CountryOptions {
  /** Country for numbers without a calling code, ISO 3166-1 alpha-2. Default: the tenant's, then that of the browser. */
  defaultCountry?: CountryCode | undefined;
  /** Countries whose numbers may be used; the others stay in the list, and say so. Default: all that the tenant sends to. */
  allowedCountries?: readonly CountryCode[] | undefined;
  /** Countries at the top of the list. */
  preferredCountries?: readonly CountryCode[] | undefined;
}

const neverChanges = () => () => {};

/** The rules for contacts: the host's word, then the tenant's, then the browser's region, then the server's own default. */
export function useRules(options: CountryOptions, current?: string): ContactRules {
  const { defaultCountry, allowedCountries, preferredCountries } = options;
  const { client } = useAccount();
  const settings = useLazyModule(settingsOf(client));
  const sms = settings?.internationalSmsConfig;
  const codeLength = settings?.verifyCodeLength;
  const region = useSyncExternalStore(neverChanges, browserRegion, () => undefined);
  const isChinaOnly = sms?.enabled === false;
  return useMemo(() => {
    const allowed = allowedCountries ?? (isChinaOnly ? CHINA : undefined);
    const candidates = [defaultCountry, sms?.defaultISOType, region, 'CN'].filter(isCountry);
    const isAllowed = (country: CountryCode) => allowed?.includes(country) ?? true;
    const first = candidates.find(isAllowed) ?? allowed?.find(isCountry);
    return {
      defaultCountry: first ?? 'CN',
      allowedCountries: allowed,
      preferredCountries,
      codeLength,
      current,
    };
  }, [
    defaultCountry,
    allowedCountries,
    preferredCountries,
    current,
    sms,
    region,
    isChinaOnly,
    codeLength,
  ]);
}

const CHINA = ['CN'] as const;

function browserRegion(): string | undefined {
  return new Intl.Locale(canonical(navigator.language || 'en')).maximize().region;
}
