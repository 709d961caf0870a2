import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSandbox } from './createSandbox.ts';
import type { Fault } from './faults.ts';
import { serveSandbox, toNodeListener } from './node.ts';
import { HOST, toRequest } from './testCaller.ts';

const sandbox = createSandbox();
let server: Awaited<ReturnType<typeof serveSandbox>>;

beforeAll(async () => {
  server = await serveSandbox({ port: 0, sandbox });
});
afterAll(() => server.close());
beforeEach(() => sandbox.reset());

const overHttp = (request: Request) =>
  fetch(new Request(request.url.replace(HOST, server.url), request));

const sendSms = (phoneNumber = '13800000000', token = 'sandbox-a') =>
  toRequest('/api/v3/send-sms', { channel: 'CHANNEL_BIND_PHONE', phoneNumber }, { token });

describe.each([
  ['in memory', (request: Request) => sandbox.fetch(request)],
  ['over HTTP', overHttp],
])('%s', (_, send) => {
  const add = (fault: Partial<Fault>) =>
    sandbox.addFault({ operation: 'sendSms', ...fault } as Fault);
  const succeeds = async (request: Request) =>
    expect(await (await send(request)).json()).toMatchObject({ statusCode: 200 });

  test('a delay answers as usual, later', async () => {
    add({ kind: 'delay', ms: 30 });
    const start = performance.now();
    await succeeds(sendSms());
    expect(performance.now() - start).toBeGreaterThan(25);
  });

  test('a hang lasts until the caller gives up, and does nothing', async () => {
    add({ kind: 'hang' });
    const controller = new AbortController();
    const pending = send(new Request(sendSms(), { signal: controller.signal }));
    await expect.poll(() => sandbox.calls().length).toBe(1);
    controller.abort(new Error('gave up'));
    await expect(pending).rejects.toThrow('gave up');
    expect(sandbox.outbox()).toEqual([]);
    await succeeds(sendSms());
  });

  test('a reset before the headers is a network error, and does nothing', async () => {
    add({ kind: 'resetBeforeHeaders' });
    await expect(send(sendSms())).rejects.toBeInstanceOf(TypeError);
    expect(sandbox.outbox()).toEqual([]);
    await succeeds(sendSms());
  });

  test('a reset in the body comes after the headers and half of the reply', async () => {
    add({ kind: 'resetInBody' });
    const response = await send(sendSms());
    expect(response.status).toBe(200);
    const reader = response.body?.getReader();
    const chunk = await reader?.read();
    expect(new TextDecoder().decode(chunk?.value)).toMatch(/^\{"statusCode":200/);
    await expect(reader?.read()).rejects.toBeInstanceOf(TypeError);
    expect(sandbox.outbox()).toHaveLength(1);
  });

  test('a reply that is lost leaves the work done', async () => {
    add({ kind: 'commitThenLose' });
    await expect(send(sendSms())).rejects.toBeInstanceOf(TypeError);
    expect(sandbox.outbox()).toHaveLength(1);
  });

  test('another server’s answer arrives as it is', async () => {
    const headers = { 'retry-after': '7', 'content-type': 'text/html' };
    add({ kind: 'http', status: 503, body: '<h1>Sorry</h1>', headers });
    const response = await send(sendSms());
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.text()).toBe('<h1>Sorry</h1>');
    add({ kind: 'http', status: 204 });
    expect((await send(sendSms())).status).toBe(204);
  });

  test('any JSON can stand in for the reply', async () => {
    for (const envelope of [{ statusCode: 499, apiCode: '2001', message: 5 }, [], 'text', null]) {
      add({ kind: 'envelope', envelope });
      expect(await (await send(sendSms())).json()).toEqual(envelope);
    }
    expect(sandbox.outbox()).toEqual([]);
  });

  test('a fault waits for its operation and its account, and comes as often as it says', async () => {
    add({ kind: 'resetBeforeHeaders', account: 'sandbox-b', times: 2 });
    await succeeds(toRequest('/api/v3/get-profile', undefined, { token: 'sandbox-b' }));
    await succeeds(sendSms('13800000001', 'sandbox-a'));
    await expect(send(sendSms('13800000002', 'sandbox-b'))).rejects.toThrow();
    await expect(send(sendSms('13800000002', 'sandbox-b'))).rejects.toThrow();
    await succeeds(sendSms('13800000002', 'sandbox-b'));
  });

  test('somebody asked to sign in anew is refused, once, until they have, and nobody else is', async () => {
    add({ kind: 'reauth' });
    const refused = { statusCode: 403, apiCode: 1635, requestId: expect.stringMatching(/./) };
    for (const _ of [1, 2]) {
      expect(await (await send(sendSms())).json()).toMatchObject(refused);
    }
    expect(sandbox.outbox()).toEqual([]);
    await succeeds(toRequest('/api/v3/get-profile', undefined, { token: 'sandbox-a' }));
    await succeeds(sendSms('13800000001', 'sandbox-b'));

    await send(toRequest('/sandbox/reauthenticate', {}, { token: 'sandbox-b' }));
    expect(await (await send(sendSms())).json()).toMatchObject(refused);
    await send(toRequest('/sandbox/reauthenticate', {}, { token: 'sandbox-a' }));
    await succeeds(sendSms());
  });

  test('a token of a new sign-in meets the demand, too', async () => {
    add({ kind: 'reauth', account: 'sandbox-a' });
    expect(await (await send(sendSms())).json()).toMatchObject({ apiCode: 1635 });
    const renewed = await send(toRequest('/sandbox/renew', {}, { token: 'sandbox-a' }));
    const { token } = await renewed.json();
    await succeeds(sendSms('13800000000', token));
  });

  test('a renewed token is the same account’s, and the one before is refused', async () => {
    await succeeds(sendSms());
    const token = sandbox.renewToken('sandbox-a');
    expect(await (await send(sendSms('13800000001'))).json()).toMatchObject({
      statusCode: 401,
      apiCode: 2020,
    });
    const profile = await send(toRequest('/api/v3/get-profile', undefined, { token }));
    expect(await profile.json()).toMatchObject({ data: { username: 'sandbox-a' } });
    expect(() => sandbox.renewToken('nobody')).toThrow(TypeError);
  });

  test('a preflight meets no fault', async () => {
    add({ kind: 'http', status: 500, operation: '*' });
    const headers = { origin: 'https://page.test', 'access-control-request-method': 'POST' };
    const preflight = new Request(`${HOST}/api/v3/send-sms`, { method: 'OPTIONS', headers });
    expect((await send(preflight)).status).toBe(204);
    expect((await send(sendSms())).status).toBe(500);
  });
});

test('faults are queued over HTTP, too, and those that could never come are refused', async () => {
  const post = (fault: unknown) =>
    overHttp(toRequest('/sandbox/faults', fault)).then(({ status }) => status);
  expect(await post({ operation: 'sendSms', kind: 'http', status: 500 })).toBe(200);
  expect((await overHttp(sendSms())).status).toBe(500);
  expect(await post({ operation: 'sendSmss', kind: 'hang' })).toBe(400);
  expect(await post({ operation: '*', kind: 'hangs' })).toBe(400);
  expect(await post({ operation: '*', kind: 'http', status: 42 })).toBe(400);
  expect(await post({ operation: '*', kind: 'delay' })).toBe(400);
});

test('as middleware, it passes on what is not the API', async () => {
  const listener = toNodeListener(createSandbox());
  const app = createServer((req, res) => listener(req, res, () => res.end('the page')));
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
  const read = async (path: string) => (await fetch(origin + path)).text();
  expect(await read('/')).toBe('the page');
  expect(await read('/apifoo')).toBe('the page');
  expect(await read('/sandbox/outbox')).toBe('[]');
  expect(await read('/api/v3/system')).toContain('PUBLIC KEY');
  app.close();
  app.closeAllConnections();
});

test('a body beyond a megabyte and a host that is none are turned away', async () => {
  const big = toRequest('/api/v3/send-sms', 'x'.repeat(1024 * 1024 + 1));
  expect((await overHttp(big)).status).toBe(413);
  const status = await new Promise((resolve, reject) => {
    httpRequest(`${server.url}/api/v3/system`, { headers: { host: 'a b' } }, (res) => {
      res.resume();
      resolve(res.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(400);
});
