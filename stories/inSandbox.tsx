import type { StoryObj } from '@storybook/react-vite';
import { type ReactNode, useEffect, useState } from 'react';
import { noteChange } from '../src/account/begunChange.ts';
import { storeChange } from '../src/account/begunChangeStore.ts';
import { GenAuthProvider } from '../src/account/GenAuthProvider.tsx';
import { sendLog } from '../src/account/sendLog.ts';
import { loadMessages } from '../src/i18n/catalogue.ts';
import { enFlow } from '../src/i18n/enFlow.ts';
import { BindPhone, type BindPhoneProps } from '../src/index.ts';
import {
  type AccountState,
  createSandbox,
  type Fault,
  type SandboxOptions,
} from '../src/sandbox/index.ts';
import {
  type AuthenticationClient,
  createAuthenticationClient,
} from '../src/sdk/authenticationClient.ts';
import { ANOTHER_ACCOUNT, type FormSteps, formSteps } from './formSteps.ts';

/** What a person finds before touching the form. */
export interface Scene extends SandboxOptions {
  account?: AccountState;
  faults?: Fault[];
  isSignedOut?: boolean;
  isOffline?: boolean;
  /** The number whose change a reload has interrupted in its second step. */
  begunChangeOf?: string;
  /** Operations that do something of their own. */
  operations?: Partial<AuthenticationClient>;
}

const TOKEN = 'sandbox-story';

type Widget = (args: BindPhoneProps) => ReactNode;

/** A story: a widget, the form for a phone unless told otherwise, against a sandbox that only this rendering has, and what is done with it. */
export function inSandbox(
  {
    account,
    faults = [],
    isSignedOut = false,
    isOffline,
    begunChangeOf,
    operations,
    ...options
  }: Scene = {},
  steps: (form: FormSteps) => Promise<void> = async () => {},
  widget: Widget = (args) => <BindPhone defaultCountry="CN" {...args} />,
): StoryObj<typeof BindPhone> {
  return {
    beforeEach: () => {
      // Storybook keeps the page from story to story, and with it the memory of what was sent.
      sendLog.clear();
      storeChange('phone', undefined);
      if (begunChangeOf) {
        sendLog.record('changeOld', begunChangeOf, 'sent');
        noteChange('phone', begunChangeOf, { isOldLost: false });
      }
      const { now } = Date;
      if (isOffline)
        Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
      return () => {
        Date.now = now;
        Reflect.deleteProperty(navigator, 'onLine');
      };
    },
    play: async ({ mount, args, globals, canvas, userEvent }) => {
      const sandbox = createSandbox(options);
      if (account) sandbox.account({ token: TOKEN, ...account });
      for (const fault of faults) sandbox.addFault(fault);
      const client = {
        ...createAuthenticationClient({
          appId: '64f0c1d2e3a4b5c6d7e8f901',
          appHost: 'https://example.genauth.ai',
          getAccessToken: () => (isSignedOut ? undefined : TOKEN),
          lang: globals.language === 'zh-CN' ? 'zh-CN' : 'en-US',
          // A state of waiting stays to be looked at.
          timeoutMs: 60_000,
          fetch: sandbox.fetch,
        }),
        ...operations,
      };
      const messages = { ...enFlow, ...(await loadMessages(globals.language)) };
      await mount(<Page client={client} locale={globals.language} widget={widget(args)} />);
      await steps(formSteps({ canvas, user: userEvent, messages, sandbox, client }));
    },
  };
}

interface PageProps {
  client: AuthenticationClient;
  locale: string;
  widget: ReactNode;
}

/** A host page. Another account signs in when the page hears of it, as from another tab. */
function Page({ client, locale, widget }: PageProps) {
  const [userKey, setUserKey] = useState('ann');
  useEffect(() => {
    const signIn = () => setUserKey('bob');
    addEventListener(ANOTHER_ACCOUNT, signIn);
    return () => removeEventListener(ANOTHER_ACCOUNT, signIn);
  }, []);
  return (
    <GenAuthProvider client={client} locale={locale} userKey={userKey}>
      {widget}
    </GenAuthProvider>
  );
}
