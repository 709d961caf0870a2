import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { errorsPage } from '../../scripts/errorsPage.ts';

it('docs/errors.md is what the table says; `npx tsx scripts/errorsPage.ts` writes it anew', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/errors.md'), 'utf8');
  expect(page).toBe(errorsPage());
});
