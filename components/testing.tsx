import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { GenAuthProvider, type GenAuthProviderProps } from '../src/account/GenAuthProvider.tsx';
import { createSandbox, type SandboxOptions } from '../src/sandbox/index.ts';
import { createAuthenticationClient } from '../src/sdk/authenticationClient.ts';
import type { AuthenticationClientOptions } from '../src/sdk/options.ts';

export const TOKEN = 'sandbox-test';

interface Setting extends Partial<Omit<GenAuthProviderProps, 'client' | 'children'>> {
  sandbox?: SandboxOptions;
  client?: Partial<AuthenticationClientOptions>;
}

/** Renders a widget against a fresh sandbox, as a person's own account. */
export function renderWidget(
  widget: ReactNode,
  { sandbox: options, client, ...rest }: Setting = {},
) {
  const sandbox = createSandbox(options);
  const authenticationClient = createAuthenticationClient({
    appId: '64f0c1d2e3a4b5c6d7e8f901',
    appHost: 'https://example.genauth.ai',
    lang: 'en-US',
    getAccessToken: () => TOKEN,
    fetch: sandbox.fetch,
    ...client,
  });
  const view = render(
    <GenAuthProvider client={authenticationClient} {...rest}>
      {widget}
    </GenAuthProvider>,
  );
  return {
    ...view,
    client: authenticationClient,
    sandbox,
    user: userEvent.setup(),
    /** What the server was asked for, but for what it says to everyone. */
    calls: () => sandbox.calls().filter(({ operation }) => operation !== 'getPublicConfig'),
    /** How often an operation was asked for. */
    callsOf: (operation: string) =>
      sandbox.calls().filter((call) => call.operation === operation).length,
    /** The newest code that was sent to anyone. */
    newestCode: () => sandbox.outbox()[0]?.code ?? '',
  };
}
