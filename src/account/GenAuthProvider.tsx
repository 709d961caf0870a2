import { QueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { displayLocale, loadMessages, messagesNow, withOverrides } from '../i18n/catalogue.ts';
import type { MessageOverrides } from '../i18n/en.ts';
import type { AuthenticationClient } from '../sdk/authenticationClient.ts';
import { AccountContext } from './AccountContext.ts';

export interface GenAuthProviderProps {
  /** Of `createAuthenticationClient`; keep one for the life of the page. */
  client: AuthenticationClient;
  /** BCP 47: English and Simplified Chinese are built in, everything else shows English. Default `en`. */
  locale?: string;
  /**
   * Single messages, replaced; or a whole catalogue, such as `zhCN` of `genauth-account-widget/locales/zh-CN`: it is
   * then there at the first render, on a server too, where it would otherwise be fetched.
   */
  messages?: MessageOverrides;
  /** Your own client, to share its cache and devtools. Its defaults do not apply to what the widget sends. */
  queryClient?: QueryClient;
  /** Any text that changes with the person who is signed in: codes of the one before are then forgotten. */
  userKey?: string;
  /**
   * Lets the widgets send and use codes inside a page of another origin, too. Default `false`: such a page could lay its
   * own over our buttons. Only for pages whose `frame-ancestors` policy names every site that may frame them.
   */
  allowFramed?: boolean;
  children: ReactNode;
}

/** Gives the widgets inside it a client and a language. */
export function GenAuthProvider({
  client,
  locale = 'en',
  messages: overrides,
  queryClient: hostQueryClient,
  userKey,
  allowFramed,
  children,
}: GenAuthProviderProps) {
  const [ownQueryClient] = useState(() => new QueryClient());
  const queryClient = hostQueryClient ?? ownQueryClient;
  // What it read is kept for minutes by default, and with it the person's number.
  useEffect(() => () => ownQueryClient.clear(), [ownQueryClient]);

  const [, setLoadedLocale] = useState<string>();
  const loaded = messagesNow(locale, overrides);
  // Until the next language is here the present one stays: what is unmounted loses what was typed.
  const [present, setPresent] = useState(loaded);
  if (loaded && loaded !== present) setPresent(loaded);
  const catalogue = loaded ?? present;
  useEffect(() => {
    if (!loaded) void loadMessages(locale).then(() => setLoadedLocale(locale));
  }, [loaded, locale]);

  const account = useMemo(
    () => ({
      client,
      queryClient,
      userKey,
      allowFramed,
      locale: displayLocale(locale, overrides?.language),
      messages: catalogue && withOverrides(catalogue, overrides),
    }),
    [client, queryClient, userKey, allowFramed, locale, catalogue, overrides],
  );
  return <AccountContext.Provider value={account}>{children}</AccountContext.Provider>;
}
