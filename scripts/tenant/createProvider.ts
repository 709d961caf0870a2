import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { notePage, policy, signOutPage } from './pages.ts';
import type { Store } from './store.ts';

export interface ProviderOptions {
  /** Such as `http://127.0.0.1:4173/oidc`. */
  issuer: string;
  appId: string;
  /** Where the app may be returned to, after signing in and after signing out. */
  redirectUris: readonly string[];
  sandbox: Sandbox;
  store: Store;
}

const HOUR = 60 * 60;
const FORTNIGHT = 14 * 24 * HOUR;

/** A certified OpenID provider, set up as a tenant is for a public client: code flow, PKCE demanded, no secret. */
export async function createProvider(options: ProviderOptions) {
  const { issuer, appId, redirectUris, sandbox, store } = options;
  // Only who signs in needs it: previews and tests without it start without it. On Node 20 it warns that it is meant
  // for 22; what is used of it here works there, too.
  const { default: Provider } = await import('oidc-provider');
  const origins = redirectUris.map((uri) => new URL(uri).origin);
  const show = (ctx: KoaContextWithOIDC, html: string) => {
    ctx.type = 'html';
    ctx.set('content-security-policy', policy(origins));
    ctx.body = html;
  };
  const configuration: Configuration = {
    adapter: store.adapter,
    clients: [
      {
        client_id: appId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: redirectUris,
        post_logout_redirect_uris: redirectUris,
      },
    ],
    clientBasedCORS: (_, origin) => origins.includes(origin),
    cookies: { keys: [randomBytes(32).toString('hex')] },
    jwks: { keys: [await newSigningKey()] },
    scopes: ['openid', 'offline_access', 'profile', 'email', 'phone', 'username'],
    findAccount: (_, userId) => {
      const user = sandbox.accounts().find((account) => account.userId === userId);
      return user && { accountId: userId, claims: () => ({ sub: userId }) };
    },
    interactions: { url: (_, { uid }) => `/oidc/interaction/${uid}` },
    renderError: (ctx, out) => show(ctx, notePage('This did not work', Object.values(out))),
    ttl: {
      AccessToken: () => Math.floor(sandbox.settings().accessTokenMs / 1000),
      AuthorizationCode: 60,
      IdToken: HOUR,
      Interaction: HOUR,
      Grant: FORTNIGHT,
      RefreshToken: FORTNIGHT,
      Session: FORTNIGHT,
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: (_, client, token) => client.clientId === token.clientId,
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, signOutPage(form)),
        postLogoutSuccessSource: (ctx) => show(ctx, notePage('You are signed out')),
      },
    },
  };
  return new Provider(issuer, configuration);
}

async function newSigningKey() {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' };
}
