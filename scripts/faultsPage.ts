import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { faultGroups, untested } from './faultRows.ts';

/**
 * Writes docs/faults.md from what a run of the tests reported:
 *
 *     npx vitest run --project node --project dom --reporter=json --outputFile=dist/reports/unit.json
 *     PLAYWRIGHT_JSON_OUTPUT_NAME=dist/reports/chromium.json npm run e2e -- --reporter=json
 *     PLAYWRIGHT_JSON_OUTPUT_NAME=dist/reports/firefox.json npm run e2e:firefox -- --reporter=json
 *     npx tsx scripts/faultsPage.ts dist/reports/*.json
 *
 * Of a test that is in several reports the last one counts.
 */
const ROOT = join(import.meta.dirname, '..');
const PAGE = join(ROOT, 'docs/faults.md');

const INTRO = `# What is tested to go wrong

<!-- Written by scripts/faultsPage.ts from the reports of a run; a test holds it to the titles of the tests. -->

Each fault has a number, and each test that is about it carries the number in its title. *Node* is a test in Node or
jsdom: against the sandbox, or against a real server on this machine. Chromium and Firefox are real browsers, through
the built app and a real server. In all of them the same is asserted after every test in a browser: no error, no
console output, no report of the page's Content Security Policy (with Trusted Types), no foreign request, and neither
number nor code nor token in any storage, address, attribute or request that is not meant to have it.
`;

export interface TestResult {
  file: string;
  title: string;
  engine: 'Node' | 'Chromium' | 'Firefox';
  hasPassed: boolean;
}

interface VitestReport {
  testResults: {
    name: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

interface Suite {
  title: string;
  file?: string;
  suites?: Suite[];
  specs?: { title: string; file: string; tests: { projectName: string; status: string }[] }[];
}

/** What a report of Vitest or Playwright says of each test. */
export function resultsOf(json: string): TestResult[] {
  const report = JSON.parse(json) as VitestReport | { suites: Suite[] };
  return 'suites' in report
    ? report.suites.flatMap((suite) => resultsOfSuite(suite, ''))
    : resultsOfVitest(report);
}

function resultsOfVitest({ testResults }: VitestReport): TestResult[] {
  // The test of this page is about no fault, though it names them all.
  const files = testResults.filter(({ name }) => !name.endsWith('faultsPage.test.ts'));
  return files.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      file: relative(ROOT, name),
      title: fullName,
      engine: 'Node' as const,
      hasPassed: status === 'passed',
    })),
  );
}

function resultsOfSuite(
  { title, file, suites = [], specs = [] }: Suite,
  before: string,
): TestResult[] {
  const path = title === file ? before : `${before}${title} `;
  return [
    ...specs.flatMap((spec) =>
      spec.tests.map(({ projectName, status }) => ({
        file: `e2e/${spec.file}`,
        title: path + spec.title,
        engine: projectName === 'firefox' ? ('Firefox' as const) : ('Chromium' as const),
        hasPassed: status === 'expected',
      })),
    ),
    ...suites.flatMap((suite) => resultsOfSuite(suite, path)),
  ];
}

/** The page for these results. */
export function faultsPage(results: readonly TestResult[]): string {
  const tables = faultGroups.map(([title, rows]) =>
    [
      `\n## ${title}\n`,
      '| | Fault | Tests | Node | Chromium | Firefox |',
      '|---|---|---|---|---|---|',
      ...rows.map(([id, what]) => line(id, what, results)),
    ].join('\n'),
  );
  return `${INTRO}${tables.join('\n')}\n`;
}

function line(id: string, what: string, results: readonly TestResult[]): string {
  const found = results.filter(({ title }) => idsIn(title).has(id));
  const columns = (['Node', 'Chromium', 'Firefox'] as const).map((engine) => {
    const ofEngine = found.filter((result) => result.engine === engine);
    const failed = ofEngine.filter(({ hasPassed }) => !hasPassed).length;
    if (ofEngine.length === 0) return '–';
    return failed > 0 ? `**${failed} failed**` : `${ofEngine.length} passed`;
  });
  return `| ${id} | ${what} | ${testsOf(id, found)} | ${columns.join(' | ')} |`;
}

/** One title of each file, and how many more there are. */
function testsOf(id: string, found: readonly TestResult[]): string {
  const reason = untested.get(id);
  if (reason) return `none: ${reason}`;
  const files = [...new Set(found.map(({ file }) => file))].sort();
  return files
    .map((file) => {
      const titles = new Set(found.filter((test) => test.file === file).map(({ title }) => title));
      const [first = ''] = titles;
      const more = titles.size > 1 ? ` and ${titles.size - 1} more` : '';
      return `[${file}](../${file}): ${cell(first)}${more}`;
    })
    .join('<br>');
}

/** A title as text of a table: short, and without markup. */
function cell(title: string): string {
  const plain = title.replace(/\s*@\w+$/, '').replace(/\s+/g, ' ');
  const short = plain.length > 110 ? `${plain.slice(0, 109)}…` : plain;
  return short.replace(/[|\\`*_<>[\]]/g, (sign) => `\\${sign}`);
}

/** The faults that a title names. */
export function idsIn(title: string): ReadonlySet<string> {
  return new Set(title.match(/\bF\d{2,3}\b/g));
}

if (process.argv[1] === import.meta.filename) {
  const reports = process.argv.slice(2);
  if (reports.length === 0) {
    console.error('Name the reports of Vitest and Playwright, as the comment in this file says.');
    process.exit(1);
  }
  const newest = new Map<string, TestResult>();
  for (const file of reports) {
    for (const result of resultsOf(readFileSync(file, 'utf8'))) {
      newest.set(`${result.engine} ${result.file} ${result.title}`, result);
    }
  }
  const results = [...newest.values()];
  writeFileSync(PAGE, faultsPage(results));
  const failed = results.filter(({ hasPassed }) => !hasPassed);
  for (const { engine, file, title } of failed)
    console.error(`${engine} failed: ${file}: ${title}`);
  process.exit(failed.length > 0 ? 1 : 0);
}
