import { readAppHost } from '../sdk/appHost.ts';

/** What one deployment of the app needs to know; `config.json` beside `index.html`. */
export interface AppConfig {
  /** Origin of the tenant, or `/` for the origin that serves the app. */
  appHost: string;
  /** Id of the application in the tenant's console. */
  appId: string;
  /** BCP 47, or `auto` for the browser's language. */
  locale: string;
  /** Whether `appHost` is the sandbox: the app then shows the messages that it sends. */
  sandbox: boolean;
  /** At the tenant, by OpenID Connect; or by itself, to an account of the sandbox. By default as the host needs it. */
  signIn: 'oidc' | 'sandbox';
  /** Other origins that a link may lead back to. */
  returnOrigins: string[];
  /** Whether the form works inside pages of other origins; the app's server then has to say which may frame it. */
  allowFramed: boolean;
}

/** Reads the deployment's configuration. Throws a sentence that names what to correct in the file. */
export async function readConfig(): Promise<AppConfig> {
  const address = new URL('config.json', document.baseURI);
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${address.pathname} answered ${response.status}.`);
  const json: unknown = await response.json().catch(() => undefined);
  if (typeof json !== 'object' || json === null) {
    throw new Error('config.json must be a JSON object.');
  }
  const config: Partial<Record<keyof AppConfig, unknown>> = json;
  const {
    appHost,
    appId,
    locale = 'auto',
    sandbox = false,
    returnOrigins = [],
    allowFramed = false,
  } = config;
  const { signIn = sandbox === true ? 'sandbox' : 'oidc' } = config;
  if (typeof appHost !== 'string' || !URL.canParse(appHost, document.baseURI))
    throw new Error('config.json: "appHost" must be an address.');
  if (typeof appId !== 'string' || !appId) throw new Error('config.json: "appId" must be a text.');
  if (typeof locale !== 'string') throw new Error('config.json: "locale" must be a text.');
  if (typeof sandbox !== 'boolean')
    throw new Error('config.json: "sandbox" must be true or false.');
  if (signIn !== 'oidc' && !(signIn === 'sandbox' && sandbox))
    throw new Error('config.json: "signIn" must be "oidc", or with the sandbox "sandbox".');
  if (!Array.isArray(returnOrigins) || !returnOrigins.every((origin) => URL.canParse(origin)))
    throw new Error('config.json: "returnOrigins" must be a list of origins.');
  if (typeof allowFramed !== 'boolean')
    throw new Error('config.json: "allowFramed" must be true or false.');
  return {
    appHost: readOrigin(new URL(appHost, document.baseURI).href),
    appId,
    locale: locale === 'auto' ? navigator.language : locale,
    sandbox,
    signIn,
    returnOrigins: returnOrigins.map((origin) => new URL(origin).origin),
    allowFramed,
  };
}

/** The address that tokens are sent to: by https, or on this machine. */
function readOrigin(appHost: string): string {
  try {
    return readAppHost(appHost);
  } catch (error) {
    throw new Error(`config.json: ${error instanceof Error ? error.message : error}`);
  }
}
