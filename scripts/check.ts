import { type ChildProcess, spawn } from 'node:child_process';

/** What has to hold before a change is done, quickest answers first; each is a script of package.json. */
const STEPS = [
  'lint',
  'types',
  'unit',
  'build:lib',
  'build:element',
  'build:app',
  'build:storybook',
  'size',
  'package',
  'e2e',
  'consumers',
];

let running: ChildProcess | undefined;
let isInterrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupt(signal));

const table: string[] = [];
const start = performance.now();
for (const [index, step] of STEPS.entries()) {
  console.log(`\n== ${index + 1}/${STEPS.length} ${step} ==\n`);
  const stepStart = performance.now();
  const hasPassed = (await run(step)) && !isInterrupted;
  table.push(`${step.padEnd(16)}${secondsSince(stepStart)}  ${hasPassed ? 'passed' : 'FAILED'}`);
  if (!hasPassed) {
    printTable();
    console.error(
      isInterrupted
        ? `\nInterrupted in "${step}".`
        : `\n"${step}" failed. To see it alone: npm run ${step}`,
    );
    process.exit(1);
  }
}
printTable();
console.log(`\n${STEPS.length} passed, 0 failed`);

function run(step: string): Promise<boolean> {
  return new Promise((resolve) => {
    // A group of its own, so that a signal reaches the servers and browsers that a step has started;
    // without the terminal's input, which may stop a group in the background.
    const child = spawn('npm', ['run', '--silent', step], {
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    running = child;
    child.once('error', (error) => {
      console.error(`npm could not be started: ${error.message}`);
      resolve(false);
    });
    child.once('exit', (code) => {
      running = undefined;
      resolve(code === 0);
    });
  });
}

/** Passes a signal on; the step then ends by itself, and with it the check. */
function interrupt(signal: NodeJS.Signals): void {
  isInterrupted = true;
  try {
    if (running?.pid !== undefined) process.kill(-running.pid, signal);
  } catch {
    // It has just ended.
  }
}

function secondsSince(time: number): string {
  return `${((performance.now() - time) / 1_000).toFixed(1)} s`.padStart(8);
}

function printTable(): void {
  console.log(`\n${table.join('\n')}\n${'all'.padEnd(16)}${secondsSince(start)}`);
}
