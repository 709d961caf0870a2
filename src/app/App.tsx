import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { catalogueOf } from '../i18n/catalogue.ts';
import { createAuthenticationClient, GenAuthProvider } from '../index.ts';
import { AccountView } from './AccountView.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { ProfileCard } from './ProfileCard.tsx';
import type { AppConfig } from './readConfig.ts';
import { newSandboxToken, sandboxToken } from './sandboxAccount.ts';
import { TokenForm } from './TokenForm.tsx';
import { useRoute } from './useRoute.ts';
import { wordsOf } from './words.ts';

const SandboxPhone = lazy(() =>
  import('./SandboxPhone.tsx').then((module) => ({ default: module.SandboxPhone })),
);

/** A profile page with the widget in it; with the sandbox also the phone on which messages arrive. */
export function App({ config }: { config: AppConfig }) {
  const [locale, setLocale] = useState(config.locale);
  const [token, setToken] = useState(config.sandbox ? sandboxToken : undefined);
  const catalogue = catalogueOf(locale);
  const words = wordsOf(catalogue);
  useEffect(() => {
    document.documentElement.lang = catalogue;
    document.title = words.yourProfile;
  }, [catalogue, words]);
  return (
    <>
      <header className="app-header">
        <h1>{words.yourProfile}</h1>
        <LanguageChoice locale={locale} onChange={setLocale} label={words.language} />
      </header>
      {token ? (
        <SignedIn
          key={token}
          config={config}
          token={token}
          locale={locale}
          onStartOver={() => setToken(newSandboxToken())}
        />
      ) : (
        <main className="app-main">
          <TokenForm words={words} onToken={setToken} />
        </main>
      )}
    </>
  );
}

interface SignedInProps {
  config: AppConfig;
  token: string;
  locale: string;
  onStartOver: () => void;
}

function SignedIn({ config, token, locale, onStartOver }: SignedInProps) {
  const words = wordsOf(catalogueOf(locale));
  const route = useRoute(config.returnOrigins);
  const [queryClient] = useState(() => new QueryClient());
  const client = useMemo(
    () =>
      createAuthenticationClient({
        appId: config.appId,
        appHost: config.appHost,
        getAccessToken: () => token,
        lang: catalogueOf(locale) === 'zh-CN' ? 'zh-CN' : 'en-US',
      }),
    [config, token, locale],
  );
  return (
    <QueryClientProvider client={queryClient}>
      <main className="app-main">
        <div className="app-card">
          <ProfileCard client={client} words={words} />
          <GenAuthProvider
            client={client}
            locale={locale}
            queryClient={queryClient}
            allowFramed={config.allowFramed}
          >
            <AccountView route={route} words={words} />
          </GenAuthProvider>
        </div>
        {config.sandbox && (
          <Suspense>
            <SandboxPhone
              appHost={config.appHost}
              token={token}
              words={words}
              locale={locale}
              onStartOver={onStartOver}
            />
          </Suspense>
        )}
      </main>
    </QueryClientProvider>
  );
}
