import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { createSandbox, type SandboxOptions } from '../../src/sandbox/index.ts';
import { type NodeListener, toNodeListener } from '../../src/sandbox/node.ts';
import { createProvider } from './createProvider.ts';
import { interact } from './interact.ts';
import { STYLE, STYLE_PATH } from './pages.ts';
import { createStore } from './store.ts';

export interface TenantOptions extends Omit<SandboxOptions, 'resolveToken'> {
  /** The one application that can be signed in to. Default the one of the app's own `config.json`. */
  appId?: string;
  /** Where the app is. Default at the root of the tenant's own origin. */
  redirectUris?: readonly string[];
}

/**
 * A whole tenant for development and tests: the sandbox's API, and beside it a real OpenID provider
 * under `/oidc/` whose access tokens the API takes. To this machine only: whoever asks is let in.
 */
export function createTenant({
  appId = '64f0c1d2e3a4b5c6d7e8f901',
  redirectUris,
  ...options
}: TenantOptions = {}) {
  const store = createStore();
  const sandbox = createSandbox({ ...options, resolveToken: store.ownerOf });
  const api = toNodeListener(sandbox);
  // Its address is part of what a provider signs, and a server learns its own from those who call.
  const providers = new Map<string, Promise<Provider>>();

  function providerAt(origin: string): Promise<Provider> {
    const provider =
      providers.get(origin) ??
      createProvider({
        issuer: `${origin}/oidc`,
        appId,
        redirectUris: redirectUris ?? [`${origin}/`],
        sandbox,
        store,
      });
    providers.set(origin, provider);
    return provider;
  }

  async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '';
    if (url === STYLE_PATH) return void response.setHeader('content-type', 'text/css').end(STYLE);
    const provider = await providerAt(`http://${request.headers.host}`);
    if (url.startsWith('/oidc/interaction/')) {
      return interact(provider, sandbox, request, response);
    }
    // As a mounted application finds it.
    Object.assign(request, { originalUrl: url, url: url.slice('/oidc'.length) });
    return provider.callback()(request, response);
  }

  const listener: NodeListener = (request, response, next) => {
    if (!request.url?.startsWith('/oidc/')) return api(request, response, next);
    signIn(request, response).catch((error: unknown) => {
      if (next) next(error);
      else response.writeHead(500).end(String(error));
    });
  };

  return { sandbox, listener, forget: store.forget };
}
