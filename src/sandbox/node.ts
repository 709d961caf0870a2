import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { createSandbox, type Sandbox } from './createSandbox.ts';
import { isNetworkError } from './playFault.ts';

const MAX_BODY_BYTES = 1024 * 1024;

type Next = (error?: unknown) => void;
export type NodeListener = (req: IncomingMessage, res: ServerResponse, next?: Next) => void;

/** A sandbox as a listener of `http.createServer` or as connect middleware, which passes on what is not the API. */
export function toNodeListener(sandbox: Sandbox): NodeListener {
  return (req, res, next) => {
    if (next && !/^\/(api|sandbox)\//.test(req.url ?? '')) return next();
    answer(sandbox, req, res).catch((error: unknown) => {
      if (isNetworkError(error)) return req.socket.resetAndDestroy();
      if (res.destroyed) return;
      if (next && !res.headersSent) return next(error);
      res.writeHead(500).end();
    });
  };
}

/** Serves a sandbox over HTTP, to this machine only unless a host is given. Port 0 is any free one. */
export async function serveSandbox({
  port,
  host = '127.0.0.1',
  sandbox = createSandbox(),
}: {
  port: number;
  host?: string;
  sandbox?: Sandbox;
}): Promise<{ url: string; sandbox: Sandbox; close: () => Promise<void> }> {
  const server = createServer(toNodeListener(sandbox));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const openPort = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${openPort}`,
    sandbox,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        // A hanging reply would keep the server open for ever.
        server.closeAllConnections();
      }),
  };
}

async function answer(sandbox: Sandbox, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const body = await readBody(req);
  if (body === undefined) {
    res.writeHead(413).end();
    return;
  }
  const request = toRequest(req, res, body);
  if (!request) {
    res.writeHead(400).end();
    return;
  }
  const response = await sandbox.fetch(request);
  res.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body) await pipe(response.body, res);
  res.end();
}

function toRequest(req: IncomingMessage, res: ServerResponse, body: Buffer): Request | undefined {
  const controller = new AbortController();
  res.once('close', () => controller.abort());
  const headers = Object.entries(req.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  try {
    return new Request(new URL(`http://${req.headers.host ?? 'localhost'}${req.url ?? '/'}`), {
      method: req.method ?? 'GET',
      headers,
      signal: controller.signal,
      ...(body.length > 0 &&
        !['GET', 'HEAD'].includes(req.method ?? 'GET') && { body: new Uint8Array(body) }),
    });
  } catch {
    // A host, method or header that no browser could have sent.
    return undefined;
  }
}

async function readBody(req: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return length <= MAX_BODY_BYTES ? Buffer.concat(chunks) : undefined;
}

async function pipe(body: ReadableStream<Uint8Array>, res: ServerResponse): Promise<void> {
  try {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      await new Promise((resolve) => res.write(chunk, resolve));
    }
  } catch (error) {
    // A reset overtakes what is still on its way, so the first half gets a moment to arrive.
    await pause(20);
    throw error;
  }
}
