import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../components/styles.css';
import { App } from './app/App.tsx';
import './app/app.css';
import { readConfig } from './app/readConfig.ts';
import { openIdSession } from './app/signIn/openIdSession.ts';
import { sandboxSession } from './app/signIn/sandboxSession.ts';
import { wordsOf } from './app/words.ts';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no element with the id "root".');
const root = createRoot(container);

readConfig().then(
  (config) => {
    const session = config.signIn === 'oidc' ? openIdSession(config) : sandboxSession();
    root.render(
      <StrictMode>
        <App config={config} session={session} />
      </StrictMode>,
    );
  },
  (error: Error) =>
    root.render(
      <main className="app-main">
        <p role="alert">
          {wordsOf('en').notConfigured} {error.message}
        </p>
      </main>,
    ),
);
