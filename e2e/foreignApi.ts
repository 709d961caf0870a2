import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox } from '../src/sandbox/index.ts';
import { toNodeListener } from '../src/sandbox/node.ts';
import { test as base } from './demo.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;
export type ForeignApi = Awaited<ReturnType<typeof serveForeignApi>>;

/** The demonstration with its API at another origin, as in production: a real server that a test can make fail. */
export const test = base.extend<{ foreignApi: ForeignApi }>({
  foreignApi: async ({ page }, use) => {
    const api = await serveForeignApi();
    await page.route('**/config.json', (route) =>
      route.fulfill({
        json: { appHost: api.url, appId: '64f0c1d2e3a4b5c6d7e8f901', locale: 'en', sandbox: true },
      }),
    );
    await use(api);
    await api.close();
  },
  apiUrl: async ({ foreignApi }, use) => use(foreignApi.url),
});

async function serveForeignApi() {
  const handlers = new Map<string, Handler>();
  const seen: string[] = [];
  const sandbox = toNodeListener(createSandbox({ settings: { smsValidityMs: 5 * 60_000 } }));
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    // A reset that meets a kept connection makes a browser repeat the request (F17); here nothing is to be repeated.
    response.shouldKeepAlive = false;
    seen.push(`${method} ${url}`);
    const handler = method === 'OPTIONS' ? undefined : handlers.get(url);
    (handler ?? sandbox)(request, response);
  });
  const listen = (port: number) => once(server.listen(port, '127.0.0.1'), 'listening');
  await listen(0);
  const { port } = server.address() as AddressInfo;

  async function close(): Promise<void> {
    if (!server.listening) return;
    const isClosed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await isClosed;
  }

  return {
    url: `http://127.0.0.1:${port}`,
    /** Method and path of every request, preflights included. */
    seen,
    /** From now on, this instead of what the sandbox would answer to an operation. */
    answer: (path: string, handler: Handler) => void handlers.set(`/api/v3/${path}`, handler),
    heal: () => handlers.clear(),
    /** Nobody listens at the port any more. */
    close,
    reopen: () => listen(port),
  };
}

/** An answer that the page at the other origin may read. */
export function readable(
  status: number,
  body: string | Uint8Array = '',
  headers: Record<string, string> = {},
): Handler {
  return (request, response) => {
    response.writeHead(status, { ...mayRead(request), ...headers }).end(body);
  };
}

export function mayRead(request: IncomingMessage): Record<string, string> {
  return { 'access-control-allow-origin': request.headers.origin ?? '' };
}
