import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRetryAfter } from './retryAfter.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const inSeconds = (seconds: number, from = NOW) => new Date(from + seconds * 1_000).toUTCString();
const read = (retryAfter: string, date?: string) =>
  readRetryAfter(new Headers({ 'retry-after': retryAfter, ...(date && { date }) }), NOW);

test('F22: seconds are read as they are', () => {
  expect(read('7')).toBe(7_000);
  expect(read(' 30 ')).toBe(30_000);
});

test('F23: a date is measured by the server’s clock, though ours is a day wrong', () => {
  const serverNow = NOW + 86_400_000;
  expect(read(inSeconds(42, serverNow), new Date(serverNow).toUTCString())).toBe(42_000);
});

test('F23: without the server’s clock a date means five minutes at most', () => {
  expect(read(inSeconds(42))).toBe(42_000);
  expect(read(inSeconds(86_400))).toBe(300_000);
  expect(read(inSeconds(86_400), 'not a date')).toBe(300_000);
});

test('F24: a header that is missing or hidden by CORS is not made up', () => {
  expect(readRetryAfter(new Headers(), NOW)).toBeUndefined();
});

test.each<[string, number | undefined]>([
  ['0', 1_000],
  ['00', 1_000],
  ['3600', 3_600_000],
  ['3601', 3_600_000],
  ['1000000000', 3_600_000],
  ['9'.repeat(400), 3_600_000],
  ['-5', undefined],
  ['1.5', undefined],
  ['1e9', undefined],
  ['abc', undefined],
  ['NaN', undefined],
  ['Infinity', undefined],
  ['7, 30', undefined],
  ['', undefined],
  [inSeconds(-3_600), 1_000],
])('F25: Retry-After %j', (value, expected) => {
  expect(read(value)).toBe(expected);
});

test('F25: whatever the headers and the clock say, it is absent or between a second and an hour', () => {
  const date = fc.date({ noInvalidDate: true }).map((value) => value.toUTCString());
  const header = fc.oneof(
    fc.string().filter((text) => !text.includes('\0')),
    fc.bigInt().map(String),
    fc.double().map(String),
    date,
  );
  const clock = fc.oneof(fc.integer(), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(header, fc.option(header), clock, (retryAfter, serverDate, now) => {
      const headers = new Headers({ 'retry-after': retryAfter });
      if (serverDate !== null) headers.set('date', serverDate);
      const ms = readRetryAfter(headers, now);
      expect(ms === undefined || (ms >= 1_000 && ms <= 3_600_000)).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});
