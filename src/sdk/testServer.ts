import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as the server saw it. */
export interface Seen {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export type Answer = (response: ServerResponse, seen: Seen) => void;

/** A real HTTP server on this machine, scripted by one function and gone when the test is over. */
export async function serve(answer: Answer) {
  const requests: Seen[] = [];
  const server = await listen(async (request, response) => {
    // No socket outlives its reply, so none can be stale.
    response.shouldKeepAlive = false;
    const { method = '', url = '', headers } = request;
    const seen = { method, url, headers, body: await readAll(request) };
    requests.push(seen);
    answer(response, seen);
  });
  return { ...server, requests };
}

/** As `serve`, but the script gets the request before its body is read. */
export async function listen(
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
) {
  let connections = 0;
  const server = createServer(onRequest);
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, connections: () => connections, close };
}

/** Answers every request with this body; an object is sent as JSON. */
export function reply(body: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(
      typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
    );
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
