import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ROOT } from './packed.ts';

const reports = readdirSync(`${ROOT}/dist/api`).filter((name) => name.endsWith('.api.md'));

it('there is a report for every entry with types, and none for an entry that is gone', () => {
  expect(readdirSync(`${ROOT}/api`).sort()).toEqual(reports.sort());
  expect(reports).toContain('index.api.md');
});

// A change that is meant: npm run api
it.each(reports)('the public API is the one that was agreed on: api/%s', (name) => {
  const agreed = readFileSync(`${ROOT}/api/${name}`, 'utf8');
  expect(readFileSync(`${ROOT}/dist/api/${name}`, 'utf8')).toBe(agreed);
});
