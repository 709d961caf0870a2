import { table } from './markdown.ts';
import { INPUT_NAMES, type InputName } from './names.ts';
import type { Figures, Metric } from './speed.ts';

export type Speeds = ReadonlyMap<InputName, Figures>;
export type Sizes = ReadonlyMap<InputName, number>;

const ROWS: Partial<Record<Metric, string>> = {
  openFirst: 'press to painted list, first time, ms',
  openAgain: 'press to painted list, second time, ms',
  searchFirstP50: 'search keystroke to settled list, first time, p50, ms',
  searchFirstP95: '… p95, ms',
  searchAgainP50: 'search keystroke to settled list, second time, p50, ms',
  searchAgainP95: '… p95, ms',
  digitP50: 'digit to paint, p50, ms',
  digitP95: '… p95, ms',
  digitWorkP50: 'digit to paint, processor time of the main thread alone, unthrottled, p50, ms',
  digitWorkP95: '… p95, ms',
  elements: 'DOM elements of the closed field',
};

/** What was measured of each input. */
export function speedTable(speeds: Speeds, sizes: Sizes): string {
  const metrics = Object.entries(ROWS) as [Metric, string][];
  const rows = metrics.map(([metric, title]) => [
    title,
    ...INPUT_NAMES.map((name) => shown(speeds.get(name)?.[metric], metric === 'elements' ? 0 : 1)),
  ]);
  const code = INPUT_NAMES.map((name) => shown((sizes.get(name) ?? Number.NaN) / 1024, 1));
  return table(['', ...INPUT_NAMES], [...rows, ['first-load code, KiB gzip', ...code]]);
}

/** What is asked of ours, beside what was measured in the same run. */
export function promiseTable(speeds: Speeds, sizes: Sizes): string {
  const times = (metric: Metric, of: InputName, by: InputName) =>
    (speeds.get(of)?.[metric] ?? Number.NaN) / (speeds.get(by)?.[metric] ?? Number.NaN);
  const ratio = (title: string, metric: Metric, by: InputName, limit: number) =>
    promise(`${title} ÷ ${by}’s`, times(metric, 'ours', by), limit, '×');
  const search = (title: string, metric: Metric) => [
    ...ratio(`search keystroke, ${title}`, metric, 'bare', 1.5),
    `${shown(times(metric, 'intl-tel-input', 'bare'), 2)}×`,
  ];
  const noOther = '';
  return table(
    ['', 'ours', 'aim', '', 'intl-tel-input'],
    [
      [...ratio('press to painted list, first time', 'openFirst', 'intl-tel-input', 0.7), noOther],
      [...ratio('press to painted list, second time', 'openAgain', 'intl-tel-input', 0.7), noOther],
      search('first time, p50', 'searchFirstP50'),
      search('first time, p95', 'searchFirstP95'),
      search('second time, p50', 'searchAgainP50'),
      search('second time, p95', 'searchAgainP95'),
      [...ratio('digit to paint, p50', 'digitP50', 'intl-tel-input', 1), noOther],
      [...ratio('digit to paint, p95', 'digitP95', 'intl-tel-input', 1), noOther],
      [
        ...ratio('digit to paint, processor time, p50', 'digitWorkP50', 'intl-tel-input', 1),
        noOther,
      ],
      [
        ...ratio('digit to paint, processor time, p95', 'digitWorkP95', 'intl-tel-input', 1),
        noOther,
      ],
      [...promise('DOM elements of the closed field', speeds.get('ours')?.elements, 40), noOther],
      [
        ...promise('first-load code, KiB gzip', (sizes.get('ours') ?? Number.NaN) / 1024, 6),
        noOther,
      ],
    ],
  );
}

function promise(title: string, value = Number.NaN, limit: number, unit = ''): string[] {
  const digits = unit === '' ? 1 : 2;
  const verdict = value <= limit ? 'reached' : '**not reached**';
  return [title, `${shown(value, digits)}${unit}`, `≤ ${limit}${unit}`, verdict];
}

function shown(value: number | undefined, digits: number): string {
  return value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits);
}
