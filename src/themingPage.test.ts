import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { classes, parts, themingPage } from '../scripts/themingPage.ts';

const ROOT = join(import.meta.dirname, '..');
const css = readFileSync(join(ROOT, 'components/styles.css'), 'utf8');

it('the page on theming is what the sheet and the markup say', () => {
  expect(readFileSync(join(ROOT, 'docs/theming.md'), 'utf8')).toBe(themingPage());
});

it('every class in the markup is a part that is told of, and no other', () => {
  expect(classes()).toEqual([...parts].sort());
});

it('every property that the sheet reads is told of, but for those that scripts set', () => {
  const read = new Set(css.match(/(?<=var\(\s*)--genauth-[a-z-]+/g));
  const told = themingPage().match(/(?<=^\| `)--genauth-[a-z-]+/gm) ?? [];
  expect([...read].filter((name) => !/-(popup|viewport|rows)-/.test(name)).sort()).toEqual(
    [...told].sort(),
  );
});
