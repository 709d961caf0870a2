import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import { createSandbox } from 'genauth-account-widget/sandbox';
import { toNodeListener } from 'genauth-account-widget/sandbox/node';

/** Serves a consumer that was built, and the sandbox of its own copy of the package at the same origin. */
const { values } = parseArgs({
  options: { app: { type: 'string' }, port: { type: 'string' } },
});
const port = Number(values.port);
const sandbox = toNodeListener(createSandbox());
const page = values.app === 'next' ? await nextPages() : staticPages('vite/dist');
createServer((request, response) =>
  sandbox(request, response, () => page(request, response)),
).listen(port, '127.0.0.1');

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

async function nextPages(): Promise<Listener> {
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: 'next', hostname: '127.0.0.1', port });
  await app.prepare();
  return app.getRequestHandler();
}

function staticPages(folder: string): Listener {
  const types: Record<string, string> = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript',
    '.css': 'text/css',
  };
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const path = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    try {
      const body = await readFile(join(folder, path));
      response.writeHead(200, {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  };
}
