import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createAuthenticationClient } from './authenticationClient.ts';
import type { FailureDetails } from './failure.ts';
import { type Answer, listen, reply, serve } from './testServer.ts';

const OK = { statusCode: 200, message: '' };
const HTML = '<!doctype html><title>Sign in to the network</title>';
const MB = 1024 * 1024;

const clientOf = (appHost: string) =>
  createAuthenticationClient({ appId: 'app', appHost, getAccessToken: () => 'token' });
const bind = (origin: string, signal?: AbortSignal) =>
  clientOf(origin).bindPhone({ phoneNumber: '13800138000', passCode: '123456' }, { signal });

const gzip = { 'content-encoding': 'gzip' };
const resetInBody: Answer = (response) => {
  response.writeHead(200, { 'content-length': 1_000 });
  response.write('{"statusCode":200,', () => response.socket?.resetAndDestroy());
};
// Where a reply says "connection: close", undici takes the end of the connection as the end of the body.
const cut: Answer = (response) => {
  response.shouldKeepAlive = true;
  response.write(JSON.stringify(OK), () => response.socket?.destroy());
};

test.each<[string, Answer, Partial<FailureDetails>]>([
  [
    'F07: a reset before the headers',
    (response) => response.socket?.resetAndDestroy(),
    { kind: 'network', outcome: 'unknown' },
  ],
  ['F08: a reset in the body', resetInBody, { kind: 'network', outcome: 'unknown' }],
  ['F09: a chunked body that is cut', cut, { kind: 'network', outcome: 'unknown' }],
  [
    'F09: a body shorter than announced',
    (response, seen) => {
      response.setHeader('content-length', 1_000);
      cut(response, seen);
    },
    { kind: 'network', outcome: 'unknown' },
  ],
  ['F10: a broken content-encoding', reply(OK, 200, gzip), { kind: 'network', outcome: 'unknown' }],
  [
    'F10: compressed bytes cut short',
    reply(gzipSync(JSON.stringify(OK)).subarray(0, 20), 200, gzip),
    { outcome: 'unknown' },
  ],
  ['F04: HTML with 200', reply(HTML), { kind: 'malformed', outcome: 'unknown', httpStatus: 200 }],
  ['F18: HTML with 500', reply(HTML, 500), { kind: 'server', httpStatus: 500 }],
  ['F19: HTML with 502', reply(HTML, 502), { kind: 'server', httpStatus: 502 }],
  [
    'F20: 503 with Retry-After',
    reply(HTML, 503, { 'retry-after': '30' }),
    { kind: 'server', retryAfterMs: 30_000 },
  ],
  ['F21: HTML with 504', reply(HTML, 504), { kind: 'server', outcome: 'unknown' }],
  [
    'F22: 429 with Retry-After',
    reply({ statusCode: 429, message: 'slow' }, 429, { 'retry-after': '7' }),
    { kind: 'rateLimited', outcome: 'notDone', retryAfterMs: 7_000 },
  ],
  ['F26: HTTP 401', reply('', 401), { kind: 'auth', outcome: 'notDone' }],
  ['F27: the 403 of a firewall', reply(HTML, 403), { kind: 'blocked' }],
  ['F29: 200 without a body', reply(''), { kind: 'malformed', outcome: 'unknown' }],
  ['F30: 204', reply('', 204), { kind: 'malformed', outcome: 'unknown', httpStatus: 204 }],
  [
    'F31: JSON cut short in its right length',
    reply('{"statusCode":200,"message":"'),
    { kind: 'malformed', outcome: 'unknown' },
  ],
  [
    'F38: 500 around a success',
    reply(OK, 500),
    { kind: 'server', outcome: 'unknown', httpStatus: 500, statusCode: 200 },
  ],
  [
    'F39: 400 with its envelope',
    reply({ statusCode: 400, message: 'no', apiCode: 2001, requestId: 'r' }, 400),
    { kind: 'refused', outcome: 'notDone', statusCode: 400, apiCode: 2001, requestId: 'r' },
  ],
  [
    'F48: UTF-16',
    reply(Buffer.from(`\ufeff${JSON.stringify(OK)}`, 'utf16le')),
    { kind: 'malformed' },
  ],
])('R-21, R-24: %s is one failure after one request', async (_, answer, failure) => {
  const { origin, requests } = await serve(answer);
  await expect(bind(origin)).rejects.toMatchObject({
    name: 'GenAuthError',
    operation: 'bindPhone',
    ...failure,
  });
  expect(requests).toHaveLength(1);
});

test.each<[string, Answer]>([
  ['a byte-order mark', reply(`\ufeff${JSON.stringify(OK)}`)],
  ['the type text/html', reply(OK, 200, { 'content-type': 'text/html' })],
  ['status 201', reply(OK, 201)],
  ['compression', reply(gzipSync(JSON.stringify(OK)), 200, gzip)],
])('F48: %s does not spoil a success', async (_, answer) => {
  const { origin } = await serve(answer);
  await expect(bind(origin)).resolves.toEqual({ statusCode: 200, message: '' });
});

test('F45: characters cut by the network are put together, broken ones replaced', async () => {
  const bytes = Buffer.from(JSON.stringify({ ...OK, message: '验证码 😀 ?' }));
  bytes[bytes.indexOf('?')] = 0xff;
  const { origin } = await serve((response) => {
    const send = (at: number): void => {
      if (at === bytes.length) response.end();
      else response.write(bytes.subarray(at, at + 1), () => setImmediate(send, at + 1));
    };
    send(0);
  });
  await expect(bind(origin)).resolves.toMatchObject({ message: '验证码 😀 \ufffd' });
});

test('F45: half a character after the envelope is malformed, as any other rest is', async () => {
  const body = Buffer.concat([Buffer.from(JSON.stringify(OK)), Buffer.from([0xe4, 0xb8])]);
  const { origin } = await serve(reply(body));
  await expect(bind(origin)).rejects.toMatchObject({ kind: 'malformed', outcome: 'unknown' });
});

test('F03: a closed port is a network failure whose outcome nobody can tell', async () => {
  const { origin, close } = await serve(reply(OK));
  await close();
  await expect(bind(origin)).rejects.toMatchObject({ kind: 'network', outcome: 'unknown' });
});

test('F16: a connection lost while the request goes up is not tried again', async () => {
  const { origin, connections } = await listen((request) => request.socket.resetAndDestroy());
  await expect(bind(origin)).rejects.toMatchObject({ kind: 'network', outcome: 'unknown' });
  expect(connections()).toBe(1);
});

test('F17: a kept connection that is reset under the second request does not repeat it', async () => {
  let count = 0;
  const { origin } = await listen((request, response) => {
    count += 1;
    if (count > 1) request.socket.resetAndDestroy();
    else request.resume().on('end', () => response.end(JSON.stringify(OK)));
  });
  await bind(origin);
  await expect(bind(origin)).rejects.toMatchObject({ kind: 'network', outcome: 'unknown' });
  expect(count).toBe(2);
});

test.each([301, 302, 303, 307, 308])(
  'F12, R-48: a %i is not followed, and the other origin sees nothing',
  async (status) => {
    const other = await serve(reply(OK));
    const first = await serve(reply('', status, { location: `${other.origin}/login` }));
    await expect(bind(first.origin)).rejects.toMatchObject({
      kind: 'network',
      outcome: 'unknown',
    });
    expect(first.requests).toHaveLength(1);
    expect(other.connections()).toBe(0);
  },
);

test.each<[string, (response: ServerResponse, then: () => void) => void]>([
  ['before the headers', (_, then) => then()],
  ['in the body', (response, then) => void response.write('{', () => then())],
])('F05: the caller can end a call that hangs %s; the server sees it go', async (_, hang) => {
  const reason = new Error('left the page');
  const caller = new AbortController();
  const responses: ServerResponse[] = [];
  const { origin } = await serve((response) => {
    responses.push(response);
    hang(response, () => caller.abort(reason));
  });
  await expect(bind(origin, caller.signal)).rejects.toBe(reason);
  expect(responses).toHaveLength(1);
  for (const response of responses) if (!response.closed) await once(response, 'close');
});

test('R-29: an abort before the call means that no request goes out', async () => {
  const { origin, connections } = await serve(reply(OK));
  await expect(bind(origin, AbortSignal.abort('gone'))).rejects.toBe('gone');
  expect(connections()).toBe(0);
});

test('F47: an envelope nested as deep as 64 KiB allow is no success, and deep data do no harm', async () => {
  const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  for (const text of ['['.repeat(64 * 1024), deep(10_000), '{"a":'.repeat(13_000)]) {
    const { origin } = await serve(reply(text));
    await expect(bind(origin)).rejects.toMatchObject({ kind: 'malformed', outcome: 'unknown' });
  }
  const { origin } = await serve(reply(`{"statusCode":200,"message":"","data":${deep(10_000)}}`));
  await expect(bind(origin)).resolves.toEqual(OK);
});

test('F42: a message of 5 MB is malformed, not shown and not waited for', async () => {
  const { origin, requests } = await serve(reply({ statusCode: 500, message: 'x'.repeat(5 * MB) }));
  const error = await bind(origin).catch((reason) => reason);
  expect(error).toMatchObject({ kind: 'malformed', outcome: 'unknown', httpStatus: 200 });
  expect(error.serverMessage).toBeUndefined();
  expect(requests).toHaveLength(1);
});

test('A14: of 50 MB only a little is downloaded before the connection is closed', async () => {
  let sent = 0;
  let onClose = () => {};
  const closed = new Promise<void>((done) => {
    onClose = done;
  });
  const { origin } = await serve((response) => {
    const chunk = Buffer.alloc(64 * 1024, ' ');
    const pump = () => {
      while (!response.destroyed && sent < 50 * MB) {
        sent += chunk.length;
        if (!response.write(chunk)) return void response.once('drain', pump);
      }
    };
    response.on('close', onClose);
    pump();
  });
  await expect(bind(origin)).rejects.toMatchObject({ kind: 'malformed', outcome: 'unknown' });
  await closed;
  expect(sent).toBeLessThan(25 * MB);
});

test('A14: 50 MB that came compressed are cut at the same length', async () => {
  const { origin } = await serve(reply(gzipSync(Buffer.alloc(50 * MB, ' ')), 200, gzip));
  await expect(bind(origin)).rejects.toMatchObject({ kind: 'malformed', outcome: 'unknown' });
});

test('R-20: 64 KiB are read, one byte more is not', async () => {
  const frame = JSON.stringify({ statusCode: 200, message: '', data: '' }).length;
  const body = (bytes: number) =>
    JSON.stringify({ statusCode: 200, message: '', data: 'x'.repeat(bytes - frame) });
  const fits = await serve(reply(body(64 * 1024)));
  await expect(bind(fits.origin)).resolves.toMatchObject({ statusCode: 200 });
  const tooLong = await serve(reply(body(64 * 1024 + 1)));
  await expect(bind(tooLong.origin)).rejects.toMatchObject({ kind: 'malformed' });
});
