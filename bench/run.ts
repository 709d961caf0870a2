import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { behaviourTable } from './behaviourTable.ts';
import { compareBehaviour } from './compare.ts';
import { replaceBetween } from './markdown.ts';
import { INPUT_NAMES } from './names.ts';
import { origin } from './origin.ts';
import { measureSizes } from './size.ts';
import { measureSpeed } from './speed.ts';
import { promiseTable, speedTable } from './speedTable.ts';
import { createStage, type Stage } from './stage.ts';

const PAGE = `${import.meta.dirname}/../docs/phone-inputs.md`;
const COMMAND = 'npm --prefix bench start';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    /** `behaviour` or `speed`; both without it. */
    only: { type: 'string' },
    /** Into the page of the docs. */
    write: { type: 'boolean', default: false },
  },
});
const parts: Record<string, (stage: Stage) => Promise<string>> = { behaviour, speed };
if (values.only !== undefined && !(values.only in parts)) {
  throw new Error(`--only ${values.only}: there is ${Object.keys(parts).join(' and ')}.`);
}

const stage = await createStage();
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (values.only !== undefined && values.only !== name) continue;
    const text = `${await measure(stage)}\n\n${origin(stage.browser.version(), COMMAND)}`;
    console.log(`\n${text}\n`);
    if (values.write) writeFileSync(PAGE, replaceBetween(readFileSync(PAGE, 'utf8'), name, text));
  }
} finally {
  await stage.close();
}

async function behaviour(stage: Stage): Promise<string> {
  const names = INPUT_NAMES.filter((name) => name !== 'bare');
  return behaviourTable(await compareBehaviour(stage, names, log));
}

async function speed(stage: Stage): Promise<string> {
  const sizes = await measureSizes();
  const speeds = await measureSpeed(stage, Number(values.rounds), log);
  const tables = [speedTable(speeds, sizes), promiseTable(speeds, sizes)].join('\n\n');
  return `${tables}\n\nMedians of ${values.rounds} rounds.`;
}

/** Apart from the tables, which may be sent to a file. */
function log(line: string): void {
  process.stderr.write(`${line}\n`);
}
