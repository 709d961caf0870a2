import { fileURLToPath } from 'node:url';
import type { CDPSession } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { expect, test } from './demo.ts';

const CYCLES = 1_000;
const entry = fileURLToPath(new URL('cycle/main.tsx', import.meta.url));

// Chromium alone counts nodes, listeners and bytes for a test.
test('a thousand times shown, sent, bound and gone: nothing stays behind (F77, R-29) @chromium', async ({
  page,
}) => {
  test.setTimeout(600_000);
  const script = await bundle();
  await page.route('**/cycle/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><link rel="icon" href="data:,"><div id="root"></div><script src="main.js"></script>',
    }),
  );
  await page.route('**/cycle/main.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  );
  await page.goto('/cycle/');
  const session = await page.context().newCDPSession(page);
  const run = (count: number) =>
    page.evaluate((times) => (globalThis as unknown as Cycles).runCycles(times), count);

  // What is loaded and compiled once, or kept up to a fixed number, is no leak.
  expect(await run(500)).toBe(500);
  const before = await countersOf(session);
  expect(await run(CYCLES)).toBe(CYCLES);
  const after = await countersOf(session);

  expect(after.nodes - before.nodes).toBeLessThan(100);
  expect(after.listeners - before.listeners).toBeLessThan(50);
  // A single answer that is kept each time is nine KiB; what compilers keep is some hundreds of KiB in all.
  expect(after.heap - before.heap).toBeLessThan(1_024 * CYCLES);
  expect(await page.evaluate(() => document.querySelectorAll('body *').length)).toBeLessThan(10);
});

interface Cycles {
  runCycles: (count: number) => Promise<number>;
}

async function countersOf(session: CDPSession) {
  await session.send('HeapProfiler.enable');
  // A second time for what the first has let go of.
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { nodes, listeners: jsEventListeners, heap: usedSize };
}

/** The widget with a sandbox in the page: what is counted is the widget's own. */
async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry, formats: ['iife'], name: 'cycle', fileName: 'main' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('Nothing was built.');
  return output.output[0].code;
}
