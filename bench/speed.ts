import { DRIVERS } from './drivers.ts';
import { close, focusField, open, type } from './gestures.ts';
import { INPUT_NAMES, type InputName } from './names.ts';
import type { Stage } from './stage.ts';
import { median, percentile } from './statistics.ts';
import { measureWork } from './work.ts';

const THROTTLING = 4;
const SEARCH = 'united kingdom';
const NUMBER = '13812345678';

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

export type Figures = Partial<Record<Metric, number>>;

/** Medians over the rounds. The inputs take turns, so that what else the machine does falls on all of them. */
export async function measureSpeed(
  stage: Stage,
  rounds: number,
  log: (line: string) => void,
): Promise<Map<InputName, Figures>> {
  const all = new Map<InputName, Figures[]>(INPUT_NAMES.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, figures] of all) {
      const measured = {
        ...(await measureTimes(stage, name)),
        ...(await measureDigitWork(stage, name)),
      };
      // The first round is for the disk and the browser's caches.
      if (round > 0) figures.push(measured);
    }
    log(round === 0 ? 'warmed up' : `round ${round} of ${rounds}`);
  }
  return new Map([...all].map(([name, figures]) => [name, mediansOf(figures)]));
}

function mediansOf(rounds: Figures[]): Figures {
  const metrics = Object.keys(rounds[0] ?? {}) as Metric[];
  return Object.fromEntries(
    metrics.map((metric) => [
      metric,
      median(rounds.map((figures) => figures[metric] ?? Number.NaN)),
    ]),
  );
}

async function measureTimes(stage: Stage, name: InputName): Promise<Figures> {
  const { page, session } = await stage.open(name);
  const driver = DRIVERS[name];
  const figures: Figures = {
    elements: await page
      .locator(driver.root)
      .evaluate((root) => root.querySelectorAll('*').length + 1),
  };
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLING });
  for (const time of ['First', 'Again'] as const) {
    const { button, option, search, list } = driver;
    if (button && option) figures[`open${time}`] = await open(page, session, button, option);
    if (search) await page.focus(search);
    if (search || name === 'bare') {
      if (!search) await focusField(page, driver);
      const keys = await type(page, SEARCH, list);
      figures[`search${time}P50`] = percentile(keys, 0.5);
      figures[`search${time}P95`] = percentile(keys, 0.95);
      if (!search) await page.fill(driver.field, '');
    }
    if (button) await close(page, driver);
  }
  await focusField(page, driver);
  const digits = await type(page, NUMBER);
  figures.digitP50 = percentile(digits, 0.5);
  figures.digitP95 = percentile(digits, 0.95);
  await page.close();
  return figures;
}

/** At full speed: slowed down, the browser counts its own slowing down as work. */
async function measureDigitWork(stage: Stage, name: InputName): Promise<Figures> {
  const { page, session } = await stage.open(name);
  await focusField(page, DRIVERS[name]);
  const digits = await measureWork(page, session, NUMBER);
  await page.close();
  return { digitWorkP50: percentile(digits, 0.5), digitWorkP95: percentile(digits, 0.95) };
}
