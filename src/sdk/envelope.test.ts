import { afterEach, describe, expect, test } from 'vitest';
import { decodeEnvelope } from './envelope.ts';
import { judge } from './judge.ts';

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
])('F29, F32, F33, F34: %j is no envelope', (text) => {
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

test('F47: 64 KiB of brackets, closed or not, and a depth of 100,000 are malformed', () => {
  const half = 32 * 1024;
  expect(decodeEnvelope('['.repeat(2 * half))).toBeUndefined();
  expect(decodeEnvelope('['.repeat(half) + ']'.repeat(half))).toBeUndefined();
  expect(decodeEnvelope('{"statusCode":'.repeat(4_000))).toBeUndefined();
  expect(decodeEnvelope('['.repeat(1e5) + ']'.repeat(1e5))).toBeUndefined();
  expect(decodeEnvelope(`${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}`)).toBeUndefined();
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
