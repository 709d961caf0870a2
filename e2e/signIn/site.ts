import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { preview } from 'vite';
import { createTenant, type TenantOptions } from '../../scripts/tenant/createTenant.ts';
import { test as base, type Demo, expect } from '../demo.ts';

export type Site = Awaited<ReturnType<typeof serveSite>>;

interface Fixtures {
  /** The built app under a path of its own, and its tenant at another origin, as in production. */
  site: Site;
  /** An account at the tenant, with the demonstration's fields and buttons; nobody is signed in yet. */
  ada: Demo;
}

export const test = base.extend<Fixtures>({
  site: async ({ browserName: _ }, use) => {
    const site = await serveSite('/some/path/');
    await use(site);
    await site.close();
  },
  baseURL: async ({ site }, use) => use(site.url),
  apiUrl: async ({ site }, use) => use(site.tenant.url),
  ada: async ({ demo, site, keepsSecrets }, use) => {
    site.tenant.sandbox.account({ token: demo.account, username: 'ada', name: 'Ada' });
    await use(demo);
    keepsSecrets.tokens.push(...site.tenant.tokens);
  },
});

export const card = (page: Page) => page.getByRole('region', { name: 'You are not signed in' });
export const signInButton = (page: Page) =>
  page.getByRole('button', { name: 'Sign in', exact: true });
export const sessionOver = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'session has ended' });

/** At the tenant's own page. */
export async function chooseAda(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ada (ada)' }).click();
}

/** From a screen of the app, with nobody signed in anywhere, to the same screen. */
export async function signIn(page: Page, hash = '#/phone/bind'): Promise<void> {
  await page.goto(hash);
  await signInButton(page).click();
  await chooseAda(page);
  await expect(personIn(page)).toHaveText('Ada');
}

export const personIn = (page: Page) => page.locator('dt:text-is("Name") + dd');

async function serveSite(path: string) {
  const appPort = await freePort();
  const url = `http://127.0.0.1:${appPort}${path}`;
  const tenant = await serveTenant({ redirectUris: [url] });
  const config = {
    appHost: tenant.url,
    appId: '64f0c1d2e3a4b5c6d7e8f901',
    locale: 'auto',
    sandbox: true,
    signIn: 'oidc',
  };
  const app = await preview({
    configFile: false,
    logLevel: 'error',
    base: path,
    build: { outDir: 'dist/app' },
    preview: { host: '127.0.0.1', port: appPort, strictPort: true },
    plugins: [
      {
        name: 'config',
        configurePreviewServer: (server) =>
          void server.middlewares.use(`${path}config.json`, (_, response) => {
            response.setHeader('content-type', 'application/json').end(JSON.stringify(config));
          }),
      },
    ],
  });
  return {
    url,
    tenant,
    close: async () => {
      await app.close();
      await tenant.close();
    },
  };
}

/** A tenant at an address of its own. */
export async function serveTenant(options: TenantOptions) {
  const { listener, sandbox, forget } = createTenant(options);
  const seen: string[] = [];
  const tokens: string[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    seen.push(`${method} ${url}`);
    response.shouldKeepAlive = false;
    if (method === 'POST' && url === '/oidc/token') noteTokens(response, tokens);
    listener(request, response);
  });
  const listen = (port: number) => once(server.listen(port, '127.0.0.1'), 'listening');
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    sandbox,
    forget,
    /** Method and path of every request. */
    seen,
    /** All that were given out, to access and to refresh. */
    tokens,
    reopen: () => listen(port),
    close: async () => {
      if (!server.listening) return;
      const isClosed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await isClosed;
    },
  };
}

function noteTokens(response: ServerResponse, tokens: string[]): void {
  const end = response.end.bind(response);
  response.end = ((body: unknown, ...rest: []) => {
    const { access_token, refresh_token } = JSON.parse(String(body));
    tokens.push(...[access_token, refresh_token].filter((token) => token !== undefined));
    return end(body, ...rest);
  }) as typeof response.end;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
