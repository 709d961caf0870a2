import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { optionsPage } from '../scripts/optionsPage.ts';

it('docs/options.md is what the types say; `npx tsx scripts/optionsPage.ts` writes it anew', () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/options.md'), 'utf8');
  expect(page).toBe(optionsPage());
});
