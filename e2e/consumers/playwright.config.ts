import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';
import { CONSUMER_PORTS } from './ports.ts';

const folder = process.env.CONSUMERS_DIR;
if (!folder) throw new Error('The consumers are installed and built first: npm run consumers');
const tsx = `${import.meta.dirname}/../../node_modules/tsx/dist/cli.mjs`;

/** The journeys in the consumers, each served with a sandbox at its own origin. */
export default defineConfig({
  ...base,
  testDir: '../journeys',
  testIgnore: [],
  testMatch: 'consumers.spec.ts',
  projects: (base.projects ?? []).filter(({ name }) => name === 'chromium'),
  webServer: Object.entries(CONSUMER_PORTS).map(([name, port]) => ({
    command: `node ${tsx} serve.ts --app ${name === 'next' ? 'next' : 'vite'} --port ${port}`,
    cwd: `${folder}/${name === 'react18' ? 'react18' : 'react19'}`,
    url: `http://127.0.0.1:${port}${name === 'next' ? '/en/bind-phone' : '/'}`,
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    reuseExistingServer: false,
    timeout: 60_000,
  })),
});
