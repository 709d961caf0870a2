import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { decodeEnvelope } from './envelope.ts';
import { judge } from './judge.ts';

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

const httpStatus = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(200, 201, 204, 299) },
  fc.integer({ min: 0, max: 999 }),
);

function decodes(text: string, status: number) {
  const envelope = decodeEnvelope(text);
  const verdict = judge(status, text);
  expect(verdict.ok).toBe(isSuccess(status, text));
  if (envelope) {
    expect(Object.getPrototypeOf(envelope)).toBe(Object.prototype);
    expect(Number.isInteger(envelope.statusCode)).toBe(true);
    expect(envelope.apiCode ?? 0).toSatisfy(Number.isSafeInteger);
    expect(envelope.requestId).not.toBe('');
  }
  return verdict.ok;
}

describe('R-20: the decoder has two answers and no exception', () => {
  test('for 30,000 arbitrary texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), httpStatus, (text, status) => {
        decodes(text, status);
      }),
      { numRuns: 30_000 },
    );
  });

  test('F32–F34: for 30,000 arbitrary JSON documents', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 2 }), httpStatus, (text, status) => {
        decodes(text, status);
      }),
      { numRuns: 30_000 },
    );
  });

  test('F35, F36, F46: for 50,000 near misses, with duplicate and prototype keys, cut or spoiled', () => {
    const statusCodes = ['200', '"200"', '"200 "', '"2e2"', '2e2', '[200]', '200.5', 'true', '401'];
    const value = fc.oneof(
      fc.constantFrom(...statusCodes, 'null', '{}', '{"statusCode":200,"message":""}', '""'),
      fc.constantFrom('1e308', '-1', '"2001"', '"abc"', '"\\ud800"', '200.0', '"２００"', '-0'),
      fc.json({ maxDepth: 1 }),
    );
    const key = fc.constantFrom(
      ...['apiCode', 'requestId', 'uniqueId', 'data', '__proto__', 'constructor', 'toString'],
      ...['statusCode', 'message', 'statuscode', 'Message'],
    );
    const usual = (name: string, ...values: string[]) =>
      fc.option(
        fc.constantFrom(...values).map((text) => `"${name}":${text}`),
        { freq: 8, nil: '' },
      );
    const others = fc.array(
      fc.tuple(key, value).map(([name, text]) => `"${name}":${text}`),
      {
        maxLength: 3,
      },
    );
    const nearMiss = fc
      .tuple(usual('statusCode', ...statusCodes), usual('message', '""', '"no"', 'null'), others)
      .map(([statusCode, message, rest]) => {
        const fields = [statusCode, message, ...rest].filter(Boolean);
        return `{${fields.join(',')}}`;
      });
    const spoiled = fc
      .tuple(nearMiss, fc.nat(80), fc.constantFrom('', ',', '\u0000', '\ufeff', '}', '"', '['))
      .map(([text, at, junk]) => text.slice(0, at) + junk + text.slice(at + 1));

    const reached = { success: 0, failure: 0 };
    fc.assert(
      fc.property(
        fc.oneof({ weight: 4, arbitrary: nearMiss }, spoiled),
        httpStatus,
        (text, status) => {
          reached[decodes(text, status) ? 'success' : 'failure'] += 1;
        },
      ),
      { numRuns: 50_000 },
    );
    expect(Math.min(reached.success, reached.failure)).toBeGreaterThan(2_000);
  });
});

test.each([
  '[]',
  '[{"statusCode":200,"message":""}]',
  'null',
  '"200"',
  '200',
  'true',
  '',
  ' ',
  '{',
])('F29, F32–F34: %j is no envelope', (text) => {
  expect(decodeEnvelope(text)).toBeUndefined();
});

test.each([
  '"200 "',
  '"2e2"',
  '"0200"',
  '"+200"',
  '"２００"',
  '[200]',
  '200.5',
  'true',
  '-200',
  '1e9',
  'null',
  '{}',
])('F36: %s is not read as a status', (statusCode) => {
  expect(decodeEnvelope(`{"statusCode":${statusCode},"message":""}`)).toBeUndefined();
});

test('F36: "200" in three digits is read as 200', () => {
  expect(decodeEnvelope('{"statusCode":"200","message":""}')?.statusCode).toBe(200);
});

test('F35: a message without a status, or a status without a message, is no envelope', () => {
  expect(decodeEnvelope('{"message":"ok","data":{}}')).toBeUndefined();
  expect(decodeEnvelope('{"statusCode":200}')).toBeUndefined();
  expect(decodeEnvelope('{"statusCode":200,"message":null}')).toBeUndefined();
});

test.each(['0', '20001', '"2001"'])(
  'F37: apiCode %s beside a 200 does not spoil the success',
  (apiCode) => {
    expect(judge(200, `{"statusCode":200,"message":"","apiCode":${apiCode}}`).ok).toBe(true);
  },
);

test.each(['1e308', '"abc"', '{}', 'null', '""', '2001.5', '"-1"', '"99999999999999999999"'])(
  'F40: apiCode %s is dropped, the refusal and its requestId stay',
  (apiCode) => {
    const text = `{"statusCode":400,"message":"no","apiCode":${apiCode},"requestId":"r-1"}`;
    expect(judge(200, text)).toEqual({
      ok: false,
      failure: {
        kind: 'refused',
        outcome: 'notDone',
        httpStatus: 200,
        statusCode: 400,
        serverMessage: 'no',
        requestId: 'r-1',
      },
    });
  },
);

test.each(['999999', '-1'])('F40: the unknown apiCode %s is passed on', (apiCode) => {
  const text = `{"statusCode":400,"message":"no","apiCode":${apiCode}}`;
  expect(decodeEnvelope(text)?.apiCode).toBe(Number(apiCode));
});

test('F41: apiCode "2001" is the same as 2001', () => {
  expect(decodeEnvelope('{"statusCode":499,"message":"","apiCode":"2001"}')?.apiCode).toBe(2001);
});

test('R-20: the request id is requestId, or else uniqueId', () => {
  const read = (fields: string) =>
    decodeEnvelope(`{"statusCode":500,"message":"",${fields}}`)?.requestId;
  expect(read('"requestId":"a","uniqueId":"b"')).toBe('a');
  expect(read('"requestId":"","uniqueId":"b"')).toBe('b');
  expect(read('"requestId":7,"uniqueId":"b"')).toBe('b');
  expect(read('"requestId":{},"uniqueId":null')).toBeUndefined();
});

test('F45: control characters in the message and the request id are gone', () => {
  const text = JSON.stringify({
    statusCode: 500,
    message: '\u202eevil\0',
    requestId: '\u200br\n1',
  });
  expect(decodeEnvelope(text)).toMatchObject({ message: 'evil', requestId: 'r 1' });
});

test('F47: 64 KiB of brackets, closed or not, are malformed', () => {
  const half = 32 * 1024;
  expect(decodeEnvelope('['.repeat(2 * half))).toBeUndefined();
  expect(decodeEnvelope('['.repeat(half) + ']'.repeat(half))).toBeUndefined();
  expect(decodeEnvelope('{"statusCode":'.repeat(4_000))).toBeUndefined();
});

test('F49: data and keys of another operation do not spoil a success', () => {
  const text = '{"statusCode":200,"message":"","data":{"a":1},"code":500,"error":"x"}';
  expect(judge(200, text)).toMatchObject({ ok: true, envelope: { data: { a: 1 } } });
});

describe('F46, A12: prototypes mean nothing', () => {
  const polluted = Object.prototype as unknown as Record<string, unknown>;
  const keys = ['statusCode', 'message', 'apiCode', 'requestId', 'data', 'passCode'];
  afterEach(() => {
    for (const key of keys) delete polluted[key];
  });

  test.each([
    '{"__proto__":{"statusCode":200,"message":""}}',
    '{"constructor":{"prototype":{"statusCode":200,"message":""}}}',
    '{"message":"","__proto__":{"statusCode":200}}',
  ])('%s is malformed and changes no prototype', (text) => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    expect(decodeEnvelope(text)).toBeUndefined();
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });

  test('of two statuses the last one counts, as in every JSON parser', () => {
    expect(judge(200, '{"statusCode":200,"message":"","statusCode":500}').ok).toBe(false);
  });

  test('a polluted Object.prototype makes no success and adds nothing to an envelope', () => {
    for (const key of keys) polluted[key] = key === 'message' ? '' : 200;
    const texts = ['{}', '{"message":""}', '{"statusCode":200}', '[]', '""'];
    const verdicts = texts.map((text) => judge(200, text).ok);
    const envelope = decodeEnvelope('{"statusCode":500,"message":"no"}');
    const read = [envelope?.apiCode, envelope?.requestId, envelope?.data];
    for (const key of keys) delete polluted[key];
    expect(verdicts).toEqual(texts.map(() => false));
    expect(read).toEqual([undefined, undefined, undefined]);
  });
});
