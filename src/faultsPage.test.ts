import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultGroups, untested } from '../scripts/faultRows.ts';
import { faultsPage, idsIn, resultsOf } from '../scripts/faultsPage.ts';

const ROOT = join(import.meta.dirname, '..');
const ids = faultGroups.flatMap(([, rows]) => rows.map(([id]) => id));
const page = readFileSync(join(ROOT, 'docs/faults.md'), 'utf8');

/** Every file of tests, with the faults that its titles name. */
const named = new Map(
  ['src', 'components', 'e2e'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(test|spec)\.tsx?$/.test(file) && file !== 'faultsPage.test.ts')
      .map((file) => `${folder}/${file}`)
      .map((file) => [file, idsIn(textsOf(readFileSync(join(ROOT, file), 'utf8')))] as const),
  ),
);

/** The texts in a source, of which titles are made; what a comment claims is no test. */
function textsOf(source: string): string {
  const code = source.replace(/^\s*(\/\/.*|\/?\*.*)$/gm, '');
  return (code.match(/(['"`])(?:\\.|(?!\1)[^\\])*\1/g) ?? []).join('\n');
}

describe('the faults', () => {
  it('are numbered from F01 to F106 without a gap', () => {
    const numbers = Array.from({ length: 106 }, (_, index) => String(index + 1).padStart(2, '0'));
    expect(ids).toEqual(numbers.map((number) => `F${number}`));
  });

  it.each(ids)('%s has a test that carries its number, or a reason why not', (id) => {
    const hasTest = [...named.values()].some((faults) => faults.has(id));
    expect(hasTest).toBe(!untested.has(id));
  });

  it('are the only ones that tests name', () => {
    const others = [...named.values()].flatMap((faults) => [...faults]);
    expect(others.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('docs/faults.md', () => {
  it.each(ids)('tells of %s what tests it, and of no failure', (id) => {
    const [line = '', ...more] = page.split('\n').filter((row) => row.startsWith(`| ${id} |`));
    expect(more).toEqual([]);
    expect(line).not.toContain('failed**');
    const files = [...line.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, file = '']) => file);
    if (!untested.has(id)) expect(files).not.toEqual([]);
    for (const file of files) {
      expect(existsSync(join(ROOT, file)), file).toBe(true);
      expect(named.get(file)?.has(id), `${file} is still about ${id}`).toBe(true);
    }
  });

  it('is written from the reports of both runners, and shows a failure', () => {
    const unit = {
      testResults: [
        {
          name: join(ROOT, 'src/a.test.ts'),
          assertionResults: [
            { fullName: 'a group F01: a test', status: 'passed' },
            { fullName: 'F02: another', status: 'failed' },
          ],
        },
      ],
    };
    const tests = [{ projectName: 'firefox', status: 'expected' }];
    const specs = [{ title: 'of one (F01, R-25)', file: 'a.spec.ts', tests }];
    const browser = {
      suites: [{ title: 'a.spec.ts', file: 'a.spec.ts', suites: [{ title: 'a group', specs }] }],
    };
    const results = [unit, browser].flatMap((report) => resultsOf(JSON.stringify(report)));
    const written = faultsPage(results).split('\n');
    const lineOf = (id: string) => written.find((row) => row.startsWith(`| ${id} |`));
    expect(lineOf('F01')).toContain('a group of one (F01, R-25)');
    expect(lineOf('F01')).toMatch(/\| 1 passed \| – \| 1 passed \|$/);
    expect(lineOf('F02')).toMatch(/\| \*\*1 failed\*\* \| – \| – \|$/);
  });
});
