import { describe, expect, test } from 'vitest';
import { createSandbox } from './createSandbox.ts';
import { HOST, toRequest } from './testCaller.ts';

const ORIGIN = 'https://page.test';

const preflight = (path: string) =>
  new Request(HOST + path, {
    method: 'OPTIONS',
    headers: {
      origin: ORIGIN,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,x-authing-app-id',
    },
  });

const allowedOrigin = (response: Response) => response.headers.get('access-control-allow-origin');

describe('a page of another origin', () => {
  test('may call, with the headers that it asked for', async () => {
    const response = await createSandbox().fetch(preflight('/api/v3/send-sms'));
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': ORIGIN,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET,POST,PUT,DELETE,OPTIONS',
      'access-control-allow-headers': 'authorization,content-type,x-authing-app-id',
      'access-control-max-age': '600',
      vary: 'Origin',
    });
  });

  test('may read every answer, refusals, unknown paths and faults included', async () => {
    const sandbox = createSandbox();
    sandbox.addFault({ operation: 'system', kind: 'http', status: 502, body: 'Bad gateway' });
    for (const path of ['/api/v3/system', '/api/v3/get-profile', '/api/v3/x', '/sandbox/outbox']) {
      const request = toRequest(path, undefined, { headers: { origin: ORIGIN } });
      expect(allowedOrigin(await sandbox.fetch(request))).toBe(ORIGIN);
    }
  });

  test('is kept out when the pool lists others, and changes nothing', async () => {
    const sandbox = createSandbox({ settings: { allowedOrigins: ['https://listed.test'] } });
    expect(allowedOrigin(await sandbox.fetch(preflight('/api/v3/send-sms')))).toBeNull();
    const body = { channel: 'CHANNEL_BIND_PHONE', phoneNumber: '13800000000' };
    const send = (headers: Record<string, string>) =>
      sandbox.fetch(toRequest('/api/v3/send-sms', body, { headers }));
    const response = await send({ origin: ORIGIN });
    expect(response.status).toBe(403);
    expect(allowedOrigin(response)).toBeNull();
    expect(sandbox.outbox()).toEqual([]);
    expect(allowedOrigin(await send({ origin: 'https://listed.test' }))).toBe(
      'https://listed.test',
    );
    expect(sandbox.outbox()).toHaveLength(1);
  });

  test('A10: cannot make a form do it, which needs no preflight', async () => {
    const sandbox = createSandbox();
    const token = 'sandbox-form';
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']) {
      const body = '{"channel":"CHANNEL_BIND_PHONE","phoneNumber":"13800000000"}';
      const headers = { origin: ORIGIN, 'content-type': type };
      const request = toRequest('/api/v3/send-sms', body, { token, headers });
      expect(await (await sandbox.fetch(request)).json()).toMatchObject({ statusCode: 400 });
    }
    expect(sandbox.outbox()).toEqual([]);
  });

  test('reaches the controls whatever the pool lists', async () => {
    const sandbox = createSandbox({ settings: { allowedOrigins: ['https://listed.test'] } });
    expect(allowedOrigin(await sandbox.fetch(preflight('/sandbox/settings')))).toBe(ORIGIN);
  });
});

test('the sandbox’s own page and callers without origin are never kept out', async () => {
  const sandbox = createSandbox({ settings: { allowedOrigins: ['https://listed.test'] } });
  for (const headers of [{ origin: HOST }, undefined]) {
    const request = toRequest('/api/v3/system', undefined, headers && { headers });
    expect((await sandbox.fetch(request)).status).toBe(200);
  }
});
