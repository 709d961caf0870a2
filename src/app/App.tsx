import { useEffect, useState, useSyncExternalStore } from 'react';
import { catalogueOf } from '../i18n/catalogue.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import type { AppConfig } from './readConfig.ts';
import { SignedIn } from './SignedIn.tsx';
import { SignIn } from './signIn/SignIn.tsx';
import type { Session } from './signIn/session.ts';
import { wordsOf } from './words.ts';

export interface AppProps {
  config: AppConfig;
  session: Session;
}

/** A profile page with the widget in it, for whoever is signed in. */
export function App({ config, session }: AppProps) {
  const [locale, setLocale] = useState(config.locale);
  const state = useSyncExternalStore(session.subscribe, session.state);
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
        {state.is === 'signedIn' && session.signOut && (
          <button type="button" className="app-button" onClick={session.signOut}>
            {words.signOut}
          </button>
        )}
      </header>
      <main className="app-main">
        {state.is === 'working' && (
          <p className="app-card app-waiting" role="status">
            {words.working}
          </p>
        )}
        {state.is === 'signedOut' && (
          <SignIn
            words={words}
            host={new URL(config.appHost).host}
            problem={state.problem}
            onSignIn={() => session.signIn?.()}
          />
        )}
        {state.is === 'signedIn' && (
          <SignedIn
            key={state.userId}
            config={config}
            session={session}
            state={state}
            locale={locale}
          />
        )}
      </main>
    </>
  );
}
