import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAuthenticationClient } from './authenticationClient.ts';
import type { AuthenticationClientOptions } from './options.ts';

const OK = { statusCode: 200, message: '' };
const never = () => new Promise<never>(() => {});

function unbind(options: Partial<AuthenticationClientOptions>, signal?: AbortSignal) {
  const client = createAuthenticationClient({
    appId: 'app',
    appHost: 'https://example.genauth.ai',
    getAccessToken: () => 'token',
    ...options,
  });
  return client.unbindPhone({ passCode: '123456' }, { signal });
}

const ODDITIES: [string, () => unknown][] = [
  [
    'throws synchronously',
    () => {
      throw new Error('sync');
    },
  ],
  ['rejects with undefined', () => Promise.reject(undefined)],
  ['rejects with a string', () => Promise.reject('offline?')],
  [
    'rejects with a frozen object',
    () => Promise.reject(Object.freeze({ response: { status: 200 } })),
  ],
  ['rejects with an AbortError', () => Promise.reject(new DOMException('', 'AbortError'))],
  ['rejects with a TimeoutError', () => Promise.reject(new DOMException('', 'TimeoutError'))],
  ['resolves undefined', () => Promise.resolve(undefined)],
  ['resolves null', () => null],
  ['resolves text', () => Promise.resolve(JSON.stringify(OK))],
  ['resolves the envelope itself', () => Promise.resolve(OK)],
  ['resolves {}', () => Promise.resolve({})],
  ['resolves an axios reply', () => Promise.resolve({ status: 200, data: OK, headers: {} })],
  ['resolves a network error', () => Promise.resolve(Response.error())],
  [
    'resolves a body that was read',
    async () => {
      const response = Response.json(OK);
      await response.text();
      return response;
    },
  ],
  [
    'resolves a body that fails',
    async () => new Response(new ReadableStream({ start: (body) => body.error('x') })),
  ],
  [
    'resolves a body of strings',
    async () =>
      new Response(new ReadableStream({ start: (body) => body.enqueue(JSON.stringify(OK)) })),
  ],
];

test.each(ODDITIES)(
  'F43: a fetch that %s is a network failure, never a success',
  async (_, odd) => {
    const fetch = vi.fn(odd as () => Promise<Response>);
    await expect(unbind({ fetch })).rejects.toMatchObject({
      name: 'GenAuthError',
      kind: 'network',
      outcome: 'unknown',
    });
    expect(fetch).toHaveBeenCalledTimes(1);
  },
);

test('F43: a fetch that returns a bare thenable is as good as a promise', async () => {
  const thenable = {
    // biome-ignore lint/suspicious/noThenProperty: this is what is tested
    then: (resolve: (value: Response) => void) => resolve(Response.json(OK)),
  };
  const fetch = () => thenable as unknown as Promise<Response>;
  await expect(unbind({ fetch })).resolves.toMatchObject({ statusCode: 200 });
});

describe('R-25, F01: when the browser says that it is offline', () => {
  const online = vi.fn(() => true);
  beforeEach(() => {
    vi.stubGlobal('navigator', {
      get onLine() {
        return online();
      },
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('one try is made, and its failure is "offline, not done"', async () => {
    online.mockReturnValue(false);
    const fetch = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(unbind({ fetch })).rejects.toMatchObject({ kind: 'offline', outcome: 'notDone' });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test('a try that works nevertheless is a success', async () => {
    online.mockReturnValue(false);
    await expect(unbind({ fetch: async () => Response.json(OK) })).resolves.toEqual(OK);
  });

  test('R-23: but only since the request left, the server may have got it', async () => {
    online.mockReturnValue(true);
    const fetch = () => {
      online.mockReturnValue(false);
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    await expect(unbind({ fetch })).rejects.toMatchObject({ kind: 'offline', outcome: 'unknown' });
  });
});

describe('R-22: by the clock', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const hangInBody = async () => new Response(new ReadableStream());

  test.each<[string, number | undefined, number]>([
    ['the default', undefined, 15_000],
    ['too little', 1, 5_000],
    ['nothing', 0, 5_000],
    ['less than nothing', -1, 5_000],
    ['a wish within bounds', 30_000, 30_000],
    ['too much', 1e9, 60_000],
    ['for ever', Number.POSITIVE_INFINITY, 60_000],
  ])(
    '%s (%s ms) ends a fetch or a body that never settles after %i ms',
    async (_, timeoutMs, ms) => {
      const fetch = vi.fn(never);
      for (const options of [{ fetch }, { fetch: hangInBody }]) {
        const settled = vi.fn();
        const error = unbind({ ...options, timeoutMs }).catch((reason) => {
          settled();
          return reason;
        });
        await vi.advanceTimersByTimeAsync(ms - 1);
        expect(settled).not.toHaveBeenCalled();
        await vi.advanceTimersByTimeAsync(1);
        expect(await error).toMatchObject({ kind: 'timeout', outcome: 'unknown' });
      }
      expect(fetch).toHaveBeenCalledTimes(1);
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  test('a time that is no number is refused when the client is made', () => {
    expect(() => unbind({ timeoutMs: Number.NaN })).toThrow(TypeError);
  });

  test('F05: the request of a call that timed out is aborted', async () => {
    let request: Request | undefined;
    const error = unbind({
      fetch: (sent) => {
        request = sent;
        return never();
      },
    }).catch((reason) => reason);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await error).toMatchObject({ kind: 'timeout' });
    expect(request?.signal.aborted).toBe(true);
  });

  test('F53: a getAccessToken that hangs is a timeout, and a late token sends nothing', async () => {
    const fetch = vi.fn(async () => Response.json(OK));
    let giveToken = (_: string) => {};
    const getAccessToken = () =>
      new Promise<string>((resolve) => {
        giveToken = resolve;
      });
    const error = unbind({ fetch, getAccessToken }).catch((reason) => reason);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await error).toMatchObject({ kind: 'timeout', outcome: 'notDone' });
    giveToken('token');
    await vi.advanceTimersByTimeAsync(0);
    expect(fetch).not.toHaveBeenCalled();
  });
});

test('R-29: an abort while the token is awaited means that no request goes out', async () => {
  const fetch = vi.fn(async () => Response.json(OK));
  const caller = new AbortController();
  const getAccessToken = async () => {
    caller.abort('gone');
    return 'token';
  };
  await expect(unbind({ fetch, getAccessToken }, caller.signal)).rejects.toBe('gone');
  await new Promise((done) => setImmediate(done));
  expect(fetch).not.toHaveBeenCalled();
});

test('R-29: a caller’s abort aborts the request, and its reason is the rejection', async () => {
  const reason = new Error('left the page');
  const caller = new AbortController();
  let request: Request | undefined;
  const fetch = (sent: Request) => {
    request = sent;
    caller.abort(reason);
    return never();
  };
  await expect(unbind({ fetch }, caller.signal)).rejects.toBe(reason);
  expect(request?.signal.aborted).toBe(true);
});

test('R-29: an abort after the end changes nothing', async () => {
  const caller = new AbortController();
  await expect(unbind({ fetch: async () => Response.json(OK) }, caller.signal)).resolves.toEqual(
    OK,
  );
  caller.abort('gone');
});

test('A15: the global fetch is called as a function of the global object', async () => {
  const receivers: unknown[] = [];
  vi.stubGlobal('fetch', function (this: unknown) {
    receivers.push(this);
    return Promise.resolve(Response.json(OK));
  });
  await unbind({}).finally(() => vi.unstubAllGlobals());
  expect(receivers).toEqual([globalThis]);
});
