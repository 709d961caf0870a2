import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type Provider from 'oidc-provider';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { loginPage, sendPage } from './pages.ts';

/** What the provider asks a person: who they are. What the app may do is not asked, as in a tenant's own app. */
export async function interact(
  provider: Provider,
  sandbox: Sandbox,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const interaction = await provider.interactionDetails(request, response);
  const { client_id: clientId, redirect_uri: redirectUri, scope } = interaction.params;

  async function finish(accountId: string): Promise<void> {
    const grant = new provider.Grant({ accountId, clientId: String(clientId) });
    grant.addOIDCScope(String(scope));
    const consent = { grantId: await grant.save() };
    await provider.interactionFinished(request, response, { login: { accountId }, consent });
  }

  if (interaction.prompt.name === 'consent' && interaction.session) {
    return finish(interaction.session.accountId);
  }
  if (request.method !== 'POST') {
    return sendPage(response, loginPage(sandbox.accounts()), [new URL(String(redirectUri)).origin]);
  }
  const account = new URLSearchParams(await text(request)).get('account');
  if (account === null) {
    const denial = { error: 'access_denied', error_description: 'The person turned back.' };
    return provider.interactionFinished(request, response, denial);
  }
  return finish(account === 'new' ? newAccount(sandbox) : account);
}

function newAccount(sandbox: Sandbox): string {
  const number = sandbox.accounts().length;
  const { user } = sandbox.account({ username: `person-${number}`, name: `Person ${number}` });
  return user.userId;
}
