import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { catalogueOf } from '../i18n/catalogue.ts';
import { createAuthenticationClient, GenAuthProvider } from '../index.ts';
import { AccountView } from './AccountView.tsx';
import { ProfileCard } from './ProfileCard.tsx';
import type { AppConfig } from './readConfig.ts';
import { SignInAgain } from './signIn/SignInAgain.tsx';
import type { Session, SessionState } from './signIn/session.ts';
import { useRoute } from './useRoute.ts';
import { wordsOf } from './words.ts';

const SandboxPhone = lazy(() =>
  import('./SandboxPhone.tsx').then((module) => ({ default: module.SandboxPhone })),
);

export interface SignedInProps {
  config: AppConfig;
  session: Session;
  state: SessionState & { is: 'signedIn' };
  locale: string;
}

/** The account and its forms; with the sandbox also the phone on which messages arrive. */
export function SignedIn({ config, session, state, locale }: SignedInProps) {
  const words = wordsOf(catalogueOf(locale));
  const route = useRoute(config.returnOrigins);
  const [queryClient] = useState(() => new QueryClient());
  const client = useMemo(
    () =>
      createAuthenticationClient({
        appId: config.appId,
        appHost: config.appHost,
        getAccessToken: session.getAccessToken,
        lang: catalogueOf(locale) === 'zh-CN' ? 'zh-CN' : 'en-US',
      }),
    [config, session, locale],
  );
  return (
    <QueryClientProvider client={queryClient}>
      <div className="app-card">
        {state.signInAgain && (
          <SignInAgain
            reason={state.signInAgain}
            words={words}
            problem={state.problem}
            isLeaving={state.isLeaving ?? false}
            onSignIn={() => session.signIn?.()}
          />
        )}
        <GenAuthProvider
          client={client}
          locale={locale}
          queryClient={queryClient}
          userKey={state.userId}
          allowFramed={config.allowFramed}
        >
          <ProfileCard words={words} />
          <AccountView
            route={route}
            words={words}
            onAuthExpired={session.expire}
            onReauthRequired={session.wantProof}
          />
        </GenAuthProvider>
      </div>
      {config.sandbox && (
        <Suspense>
          <SandboxPhone appHost={config.appHost} session={session} words={words} locale={locale} />
        </Suspense>
      )}
    </QueryClientProvider>
  );
}
