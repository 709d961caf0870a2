import { expect } from 'vitest';
import type { Sandbox } from './createSandbox.ts';

export const HOST = 'https://sandbox.test';

export interface Reply {
  statusCode: number;
  apiCode?: number;
  message: string;
  requestId: string;
  data?: Record<string, unknown>;
}

interface CallOptions {
  token?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export function toRequest(
  path: string,
  body?: unknown,
  { token, headers, signal }: CallOptions = {},
): Request {
  return new Request(HOST + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      'x-authing-app-id': '64f0c1d2e3a4b5c6d7e8f901',
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  });
}

/** Calls an operation in memory. */
export async function call(
  sandbox: Sandbox,
  path: string,
  body?: unknown,
  options?: CallOptions,
): Promise<Reply> {
  const response = await sandbox.fetch(toRequest(`/api/v3/${path}`, body, options));
  return response.json();
}

/** The code that a sent message carries. */
export async function codeFor(
  sandbox: Sandbox,
  token: string,
  channel: string,
  phoneNumber: string,
): Promise<string> {
  const reply = await call(sandbox, 'send-sms', { channel, phoneNumber }, { token });
  expect(reply).toMatchObject({ statusCode: 200 });
  return sandbox.outbox(token)[0]?.code ?? '';
}

/** A code of the same length that is not the right one. */
export function wrong(code: string): string {
  return code.replace(/\d$/, (last) => String((Number(last) + 1) % 10));
}
