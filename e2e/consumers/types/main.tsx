import 'genauth-account-widget/styles.css';
import { QueryClient } from '@tanstack/react-query';
import {
  type AuthenticationClient,
  BindEmail,
  BindPhone,
  type BindPhoneProps,
  type Catalogue,
  ChangeEmail,
  ChangePhone,
  createAuthenticationClient,
  EmailSettings,
  type FailureKind,
  GenAuthError,
  GenAuthProvider,
  type HostHooks,
  type MessageOverrides,
  PhoneSettings,
  UnbindEmail,
  UnbindPhone,
  type User,
} from 'genauth-account-widget';
import { zhCN } from 'genauth-account-widget/locales/zh-CN';
import packageJson from 'genauth-account-widget/package.json' with { type: 'json' };
import { createSandbox } from 'genauth-account-widget/sandbox';
import { serveSandbox, toNodeListener } from 'genauth-account-widget/sandbox/node';

const sandbox = createSandbox({ settings: { smsValidityMs: 60_000 } });
const client: AuthenticationClient = createAuthenticationClient({
  appId: '64f0c1d2e3a4b5c6d7e8f901',
  appHost: 'https://example.genauth.ai',
  getAccessToken: async ({ force } = {}) => (force ? 'new' : 'old'),
  fetch: sandbox.fetch,
});

// A secret has no place in a browser.
createAuthenticationClient({
  appId: '64f0c1d2e3a4b5c6d7e8f901',
  appHost: 'https://example.genauth.ai',
  getAccessToken: () => undefined,
  // @ts-expect-error
  appSecret: 'secret',
});

const hooks: HostHooks = {
  onBeforeSend: ({ purpose, masked }) => (purpose === 'bind' ? { captcha: masked } : false),
  onError: (error) => {
    const kind: FailureKind | undefined = error instanceof GenAuthError ? error.kind : undefined;
    return kind;
  },
};
const options: BindPhoneProps = {
  ...hooks,
  defaultCountry: 'CN',
  headingLevel: 3,
  onBound: ({ masked }) => masked.toUpperCase(),
};
const some: MessageOverrides = { sendCode: 'Text me a code', problem: { empty: 'Which number?' } };
const all: Catalogue = { ...zhCN, sendCode: 'Text me a code' };
// @ts-expect-error A catalogue lacks nothing.
export const incomplete: Catalogue = { sendCode: 'Text me a code' };

export const page = (
  <GenAuthProvider client={client} locale="zh-CN" messages={all} queryClient={new QueryClient()}>
    <BindPhone {...options} />
    <GenAuthProvider client={client} messages={some}>
      <BindPhone />
    </GenAuthProvider>
    <ChangePhone onChanged={({ masked }) => masked.length} />
    <UnbindPhone />
    <PhoneSettings view="card" onViewChange={(view) => view === 'bind'} />
    <BindEmail />
    <ChangeEmail />
    <UnbindEmail />
    <EmailSettings />
    {/* @ts-expect-error There is no seventh heading. */}
    <BindPhone headingLevel={7} />
  </GenAuthProvider>
);

export const phoneOf = async (): Promise<User['phone']> => (await client.getProfile()).data.phone;
export const version: string = packageJson.version;
export const listener = toNodeListener(sandbox);
export const serving: Promise<{ url: string }> = serveSandbox({ port: 0, sandbox });
