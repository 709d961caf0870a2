import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { createAuthenticationClient } from './authenticationClient.ts';
import { decodeEnvelope } from './envelope.ts';
import { judge } from './judge.ts';
import type { AuthenticationClientOptions } from './options.ts';

/** The rule of R-20, written a second time from the requirement's words. */
function isSuccess(httpStatus: number, text: string): boolean {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return false;
  }
  if (Object.prototype.toString.call(json) !== '[object Object]') return false;
  const fields = new Map(Object.entries(json as object));
  const statusCode = fields.get('statusCode');
  return (
    (statusCode === 200 || statusCode === '200') &&
    typeof fields.get('message') === 'string' &&
    Math.floor(httpStatus / 100) === 2
  );
}

// Plain throws: an `expect` for each of 200,000 inputs would be most of the time.
function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Decodes and judges; throws when an answer is not as it should be. */
function decodes(text: string, status: number): boolean {
  const verdict = judge(status, text);
  check(verdict.ok === isSuccess(status, text), `judged ${verdict.ok}`);
  const envelope = decodeEnvelope(text);
  if (envelope) {
    check(Object.getPrototypeOf(envelope) === Object.prototype, 'prototype');
    check(Number.isInteger(envelope.statusCode), 'statusCode');
    check(Number.isSafeInteger(envelope.apiCode ?? 0), 'apiCode');
    check(envelope.requestId !== '', 'requestId');
    check([...envelope.message].length <= 200, 'message');
  }
  return verdict.ok;
}

const httpStatus = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(200, 201, 204, 299) },
  fc.integer({ min: 0, max: 999 }),
);
const statusCodes = ['200', '"200"', '"200 "', '"2e2"', '2e2', '[200]', '200.5', 'true', '401'];
const value = fc.oneof(
  fc.constantFrom(...statusCodes, 'null', '{}', '{"statusCode":200,"message":""}', '""'),
  fc.constantFrom('1e308', '-1', '"2001"', '"abc"', '"\\ud800"', '200.0', '"２００"', '-0'),
  fc.json({ maxDepth: 1 }),
);
const key = fc.constantFrom(
  ...['apiCode', 'requestId', 'uniqueId', 'data', '__proto__', 'constructor', 'toString'],
  ...['statusCode', 'message', 'statuscode', 'Message', 'code'],
);
const usual = (name: string, ...values: string[]) =>
  fc.option(
    fc.constantFrom(...values).map((text) => `"${name}":${text}`),
    { freq: 8, nil: '' },
  );
const others = fc.array(
  fc.tuple(key, value).map(([name, text]) => `"${name}":${text}`),
  { maxLength: 3 },
);
/** A good answer with fields missing, doubled, of another type or with the names of a prototype. */
const nearMiss = fc
  .tuple(usual('statusCode', ...statusCodes), usual('message', '""', '"no"', 'null'), others)
  .map(([statusCode, message, rest]) => `{${[statusCode, message, ...rest].filter(Boolean)}}`);

const good = new TextEncoder().encode(
  JSON.stringify({ statusCode: 200, message: '成功', requestId: 'r-1', data: { phone: '138' } }),
);
/** The bytes of a good answer, some of them replaced, and cut or not. */
const spoiledBytes = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 3 }),
    fc.option(fc.nat(good.length), { freq: 3, nil: good.length }),
  )
  .map(([changes, length]) => {
    const bytes = good.slice();
    for (const [at, byte] of changes) bytes[at] = byte;
    return new TextDecoder().decode(bytes.subarray(0, length));
  });

describe('R-20, R-21: of 220,000 generated answers none throws, and none is a success but by the rule', () => {
  const run = (texts: fc.Arbitrary<string>, numRuns: number) => {
    const reached = { success: 0, failure: 0 };
    fc.assert(
      fc.property(texts, httpStatus, (text, status) => {
        reached[decodes(text, status) ? 'success' : 'failure'] += 1;
      }),
      { numRuns },
    );
    return reached;
  };

  test('F45: 30,000 arbitrary texts', () => {
    expect(run(fc.string({ unit: 'binary' }), 30_000)).toEqual({ success: 0, failure: 30_000 });
  });

  test('F32, F33, F34: 30,000 arbitrary JSON documents', () => {
    expect(run(fc.json({ maxDepth: 2 }), 30_000)).toEqual({ success: 0, failure: 30_000 });
  });

  test('F31, F45: 80,000 good answers with bytes replaced or cut off', () => {
    const reached = run(spoiledBytes, 80_000);
    expect(Math.min(reached.success, reached.failure)).toBeGreaterThan(2_000);
  });

  test('F35, F36, F46: 80,000 near misses, with duplicate and prototype keys', () => {
    const reached = run(nearMiss, 80_000);
    expect(Math.min(reached.success, reached.failure)).toBeGreaterThan(2_000);
  });
});

describe('F46, A12: while Object.prototype is polluted', () => {
  const polluted = Object.prototype as unknown as Record<string, unknown>;
  const pollution = {
    ...{ statusCode: 200, message: '', apiCode: 200, requestId: 'x', uniqueId: 'x', data: {} },
    ...{ code: 200, passCode: '123456', ok: true, kind: 'refused' },
  };
  const clean = () => {
    for (const name of Object.keys(pollution)) delete polluted[name];
  };
  // Not while the test's own tools run: they are not what is promised.
  function whilePolluted<T>(run: () => T): T {
    Object.assign(polluted, pollution);
    try {
      return run();
    } finally {
      clean();
    }
  }
  afterEach(clean);

  test('20,000 answers are judged as they are without it', () => {
    const answers = fc.sample(fc.tuple(fc.oneof(nearMiss, spoiledBytes), httpStatus), 20_000);
    const judgeAll = () => answers.map(([text, status]) => judge(status, text).ok);
    const expected = answers.map(([text, status]) => isSuccess(status, text));
    expect(judgeAll()).toEqual(expected);
    expect(whilePolluted(judgeAll)).toEqual(expected);
    expect(expected.filter(Boolean).length).toBeGreaterThan(1_000);
  });

  test('no answer without a status of its own is a success of any operation', async () => {
    const texts = ['{}', '{"message":""}', '{"statusCode":200}', '{"data":{}}', '[]', '""', ''];
    const results: unknown[] = [];
    for (const text of texts) {
      const options: AuthenticationClientOptions = {
        appId: 'app',
        appHost: 'https://example.genauth.ai',
        getAccessToken: () => 'token',
        fetch: async () => new Response(text),
      };
      const client = createAuthenticationClient(options);
      const phone = { phoneNumber: '13800138000', passCode: '123456' };
      const pending = whilePolluted(() => [client.bindPhone(phone), client.getProfile()]);
      Object.assign(polluted, pollution);
      results.push(...(await Promise.allSettled(pending).finally(clean)));
    }
    expect(results).toHaveLength(2 * texts.length);
    for (const result of results)
      expect(result).toMatchObject({
        status: 'rejected',
        reason: { kind: 'malformed', outcome: 'unknown' },
      });
  });
});
