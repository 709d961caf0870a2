import { OidcClient, type SigninResponse, WebStorageStateStore } from 'oidc-client-ts';
import type { AppConfig } from '../readConfig.ts';

/** Tokens and whose they are. Only ever in memory. */
export type Grant = Pick<
  SigninResponse,
  'access_token' | 'refresh_token' | 'id_token' | 'session_state' | 'scope' | 'profile'
>;

export type OpenId = ReturnType<typeof createOpenId>;

/** What the profile shows (contract, section 2.3), and a refresh token. */
const SCOPE = 'openid profile email phone username offline_access';
const PREFIX = 'genauth-account-widget.sign-in.';
/** How somebody is signed in: `silently` comes back at once, also with nobody. */
export type WayIn = keyof typeof PROMPTS;

const PROMPTS = {
  // Without consent no refresh token is given, so a page that was reloaded has none.
  silently: 'none',
  asked: 'consent',
  // Also of a person whom the service knows (OpenID Connect Core, section 3.1.2.1).
  'asked for proof': 'login consent',
};

const PATIENCE_S = 15;

/** The authorization code flow with PKCE, as the library does it, against the tenant's OpenID endpoints. */
export function createOpenId({ appHost, appId }: AppConfig) {
  // One address of the app for all its screens, whatever path it is served from.
  const home = new URL('.', document.baseURI).href;

  // A client of its own for every use: it asks the service for its endpoints, and so finds out whether anybody is there
  // before the page is left for good.
  const client = () =>
    new OidcClient({
      authority: `${appHost}/oidc`,
      client_id: appId,
      redirect_uri: home,
      post_logout_redirect_uri: home,
      scope: SCOPE,
      requestTimeoutInSeconds: PATIENCE_S,
      // Over the redirect the state and the verifier must live somewhere: in this tab only, until the answer is there.
      stateStore: questions(),
    });

  const questions = () => new WebStorageStateStore({ prefix: PREFIX, store: sessionStorage });

  return {
    /** Where to go to sign in. */
    async signInAddress(hash: string, way: WayIn): Promise<string> {
      const { url } = await client().createSigninRequest({
        state: hash,
        prompt: PROMPTS[way],
        ui_locales: document.documentElement.lang,
      });
      return url;
    },

    /** The screen that a sign-in was started from; rejects when this tab started none. */
    async readHash(answer: string): Promise<string> {
      const { state } = await client().readSigninResponseState(answer);
      return typeof state.data === 'string' && state.data.startsWith('#') ? state.data : '';
    },

    /** Takes the tokens that an answer stands for. */
    signIn: (answer: string): Promise<Grant> => client().processSigninResponse(answer),

    async renew(grant: Grant & { refresh_token: string }): Promise<Grant> {
      const renewed = await client().useRefreshToken({
        state: grant,
        timeoutInSeconds: PATIENCE_S,
      });
      return { ...grant, ...renewed, refresh_token: renewed.refresh_token ?? grant.refresh_token };
    },

    /** Takes the tokens back; where to go to end the session with the service. */
    async signOutAddress(grant: Grant): Promise<string> {
      const leaving = client();
      // With the refresh token all that came of it ends. Not every tenant lets an app do that.
      const revoked = grant.refresh_token
        ? leaving.revokeToken(grant.refresh_token, 'refresh_token')
        : leaving.revokeToken(grant.access_token, 'access_token');
      await revoked.catch(() => undefined);
      const { url } = await leaving.createSignoutRequest({
        // Brings an answer back, so that whoever has just left is not asked for again.
        state: 'signed out',
        ...(grant.id_token !== undefined && { id_token_hint: grant.id_token }),
      });
      return url;
    },

    /** Forgets what was asked and never answered; says whether there was any. */
    async forgetQuestions(): Promise<boolean> {
      const store = questions();
      const keys = await store.getAllKeys();
      for (const key of keys) await store.remove(key);
      return keys.length > 0;
    },
  };
}
