import { QueryClient } from '@tanstack/react-query';
import { type AccountState, createSandbox, type SandboxOptions } from '../sandbox/index.ts';
import { createAuthenticationClient } from '../sdk/authenticationClient.ts';
import type { Account } from './AccountContext.ts';
import type { PresentContactColumn } from './contact.ts';
import { presentEmail } from './presentEmail.ts';
import { presentPhone } from './presentPhone.ts';
import type { Purpose } from './sendLog.ts';

const TOKEN = 'sandbox-test';

/** What the tests of both contacts need to know of each. */
export const columns = [
  {
    kind: 'phone',
    contact: presentPhone as PresentContactColumn,
    present: '+8613912345678',
    next: '+8613800001111',
    taken: '+8613900000000',
    operations: {
      bind: 'bindPhone',
      unbind: 'unbindPhone',
      verify: 'verifyUpdatePhoneRequest',
      update: 'updatePhone',
    },
  },
  {
    kind: 'email',
    contact: presentEmail as PresentContactColumn,
    present: 'ada@example.com',
    next: 'grace@example.org',
    taken: 'taken@example.com',
    operations: {
      bind: 'bindEmail',
      unbind: 'unbindEmail',
      verify: 'verifyUpdateEmailRequest',
      update: 'updateEmail',
    },
  },
] as const;

/** An account with both contacts, unless told otherwise, in a sandbox of its own. */
export function accountIn(state: AccountState = {}, options: SandboxOptions = {}) {
  const both = { phone: '13912345678', phoneCountryCode: '+86', email: 'ada@example.com' };
  const sandbox = createSandbox({ ...options, accounts: [{ token: TOKEN, ...both, ...state }] });
  const client = createAuthenticationClient({
    appId: '64f0c1d2e3a4b5c6d7e8f901',
    appHost: 'https://example.genauth.ai',
    getAccessToken: () => TOKEN,
    fetch: sandbox.fetch,
  });
  const account: Account = {
    client,
    queryClient: new QueryClient(),
    userKey: undefined,
    locale: 'en',
    messages: undefined,
  };
  const { signal } = new AbortController();

  /** Has a code sent, and returns it. */
  async function codeFor(
    contact: PresentContactColumn,
    purpose: Purpose,
    to: string,
  ): Promise<string> {
    await contact.sendCode(client, purpose, to, {}, { signal });
    return sandbox.outbox()[0]?.code ?? '';
  }

  return {
    sandbox,
    account,
    client,
    signal,
    codeFor,
    user: async () => (await client.getProfile({ withIdentities: true })).data,
    callsOf: (operation: string) =>
      sandbox.calls().filter((call) => call.operation === operation).length,
  };
}

/** A code that was not sent. */
export const wrong = (code: string) => (code === '000000' ? '000001' : '000000');
