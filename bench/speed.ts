import { DRIVERS } from './drivers.ts';
import { close, focusField, open, type } from './gestures.ts';
import { INPUT_NAMES, type InputName } from './names.ts';
import type { Stage } from './stage.ts';
import { median, percentile } from './statistics.ts';
import { measureWork } from './work.ts';

const THROTTLING = 4;
const SEARCH = 'united kingdom';
const NUMBER = '13812345678';
/** Those that something is promised of or by. */
const PROMISED: readonly InputName[] = ['ours', 'intl-tel-input', 'bare'];
/** Of the keys of one page p95 would be the mean of its two slowest. */
const PAGES_OF_PROMISED = 3;

/** Milliseconds, but for `elements`. First: the first time on a page. Again: the second. */
export type Metric =
  | 'elements'
  | 'openFirst'
  | 'openAgain'
  | 'searchFirstP50'
  | 'searchFirstP95'
  | 'searchAgainP50'
  | 'searchAgainP95'
  | 'digitP50'
  | 'digitP95'
  | 'digitWorkP50'
  | 'digitWorkP95';

/** Not a number where an input has no such thing. */
export type Figures = Record<Metric, number>;

/** What was measured on the pages of one round. */
type Samples = ReturnType<typeof noSamples>;

/** Medians over the rounds. The inputs take turns, so that what else the machine does falls on all of them. */
export async function measureSpeed(
  stage: Stage,
  rounds: number,
  log: (line: string) => void,
): Promise<Map<InputName, Figures>> {
  const all = new Map<InputName, Figures[]>(INPUT_NAMES.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    const measured = await measureRound(stage);
    // The first round is for the disk and the browser's caches.
    if (round > 0) for (const [name, samples] of measured) all.get(name)?.push(figuresOf(samples));
    log(round === 0 ? 'warmed up' : `round ${round} of ${rounds}`);
  }
  return new Map([...all].map(([name, figures]) => [name, mediansOf(figures)]));
}

async function measureRound(stage: Stage): Promise<Map<InputName, Samples>> {
  const samples = new Map(INPUT_NAMES.map((name) => [name, noSamples()]));
  for (let page = 0; page < PAGES_OF_PROMISED; page++) {
    for (const [name, measured] of samples) {
      if (page > 0 && !PROMISED.includes(name)) continue;
      await measureTimes(stage, name, measured);
      await measureDigitWork(stage, name, measured);
    }
  }
  return samples;
}

const noSamples = () => ({
  elements: [] as number[],
  openFirst: [] as number[],
  openAgain: [] as number[],
  searchFirst: [] as number[],
  searchAgain: [] as number[],
  digit: [] as number[],
  digitWork: [] as number[],
});

function figuresOf(samples: Samples): Figures {
  const { searchFirst, searchAgain, digit, digitWork } = samples;
  return {
    elements: median(samples.elements),
    openFirst: median(samples.openFirst),
    openAgain: median(samples.openAgain),
    searchFirstP50: percentile(searchFirst, 0.5),
    searchFirstP95: percentile(searchFirst, 0.95),
    searchAgainP50: percentile(searchAgain, 0.5),
    searchAgainP95: percentile(searchAgain, 0.95),
    digitP50: percentile(digit, 0.5),
    digitP95: percentile(digit, 0.95),
    digitWorkP50: percentile(digitWork, 0.5),
    digitWorkP95: percentile(digitWork, 0.95),
  };
}

function mediansOf(rounds: Figures[]): Figures {
  const metrics = Object.keys(rounds[0] ?? {}) as Metric[];
  return Object.fromEntries(
    metrics.map((metric) => [metric, median(rounds.map((figures) => figures[metric]))]),
  ) as Figures;
}

async function measureTimes(stage: Stage, name: InputName, samples: Samples): Promise<void> {
  const { page, session } = await stage.open(name);
  const driver = DRIVERS[name];
  samples.elements.push(
    await page.locator(driver.root).evaluate((root) => root.querySelectorAll('*').length + 1),
  );
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLING });
  for (const time of ['First', 'Again'] as const) {
    const { button, option, search, list } = driver;
    if (button && option) samples[`open${time}`].push(await open(page, session, button, option));
    if (search) await page.focus(search);
    if (search || name === 'bare') {
      if (!search) await focusField(page, driver);
      samples[`search${time}`].push(...(await type(page, SEARCH, list)));
      if (!search) await page.fill(driver.field, '');
    }
    if (button) await close(page, driver);
  }
  await focusField(page, driver);
  samples.digit.push(...(await type(page, NUMBER)));
  await page.close();
}

/** At full speed: slowed down, the browser counts its own slowing down as work. */
async function measureDigitWork(stage: Stage, name: InputName, samples: Samples): Promise<void> {
  const { page, session } = await stage.open(name);
  await focusField(page, DRIVERS[name]);
  samples.digitWork.push(...(await measureWork(page, session, NUMBER)));
  await page.close();
}
