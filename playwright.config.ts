import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';
import { type BrowserName, CHROMIUM_ARGS, findBrowser } from './scripts/findBrowser.ts';

// What is served elsewhere already is tested there.
const appUrl = process.env.APP_URL ?? 'http://127.0.0.1:4173';

/** Journeys in a real browser, through the builds and the sandbox. A flaky test is a failing test: no retries. */
export default defineConfig({
  testDir: 'e2e',
  // Their servers are apps of their own: npm run consumers
  testIgnore: 'journeys/consumers.spec.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: 'list',
  use: {
    baseURL: appUrl,
    locale: 'en-US',
    // Pictures of every step would take a quarter of the whole time. To have them: --trace on
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: {
          ...programOf('chromium'),
          args: CHROMIUM_ARGS,
        },
      },
    },
    {
      name: 'firefox',
      grepInvert: /@chromium/,
      use: {
        ...devices['Desktop Firefox'],
        // A stock Firefox over WebDriver BiDi.
        channel: 'moz-firefox',
        launchOptions: programOf('firefox'),
      },
    },
  ],
  webServer: [
    ...(process.env.APP_URL ? [] : [preview('dist/app', 4173)]),
    // The journeys can be run alone, before the Storybook is built.
    ...(process.env.STORYBOOK_URL || !existsSync('dist/storybook')
      ? []
      : [preview('dist/storybook', 4174)]),
  ],
});

function programOf(name: BrowserName) {
  const executablePath = findBrowser(name);
  return executablePath ? { executablePath } : {};
}

/** Serves a build, with the sandbox at the same origin (see `vite.config.ts`). */
function preview(outDir: string, port: number) {
  return {
    command: `node node_modules/vite/bin/vite.js preview --outDir ${outDir} --port ${port} --strictPort --host 127.0.0.1`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 30_000,
  };
}
