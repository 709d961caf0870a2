import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

interface Browser {
  /** Environment variable that names the program. */
  variable: string;
  /** What systems call it. */
  names: string[];
  /** Where Playwright keeps one of its own. */
  playwrightPath?: () => string;
  debianPackages: string[];
}

const BROWSERS = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    playwrightPath: () => chromium.executablePath(),
    debianPackages: ['chromium', 'fonts-noto-cjk'],
  },
  // A stock Firefox: Playwright's own is another program.
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    debianPackages: ['firefox-esr', 'fonts-noto-cjk'],
  },
} satisfies Record<string, Browser>;

export type BrowserName = keyof typeof BROWSERS;

/** What a Chromium is started with. */
export const CHROMIUM_ARGS = [
  // Root, as in containers, cannot use Chromium's own sandbox.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser of this machine: the one that the environment names, the system's, or Playwright's own. */
export function findBrowser(name: BrowserName): string | undefined {
  const { variable, names, playwrightPath }: Browser = BROWSERS[name];
  const named = process.env[variable];
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = folders.flatMap((folder) => names.map((program) => join(folder, program)));
  if (playwrightPath) candidates.push(playwrightPath());
  return candidates.find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function install(name: BrowserName): void {
  const { playwrightPath, debianPackages }: Browser = BROWSERS[name];
  if (process.getuid?.() === 0 && succeeds('apt-get', ['--version'], 'ignore')) {
    console.log(`No ${name} found: installing the one of this system with apt-get.`);
    if (!succeeds('apt-get', ['update'])) return;
    succeeds('apt-get', ['install', '-y', '--no-install-recommends', ...debianPackages]);
  } else if (playwrightPath) {
    console.log(`No ${name} found: downloading the one that Playwright brings.`);
    succeeds('npx', ['playwright', 'install', name]);
  }
}

function succeeds(program: string, args: string[], stdio: 'inherit' | 'ignore' = 'inherit') {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { stdio, env }).status === 0;
}

function main(name: string | undefined): void {
  if (name !== 'chromium' && name !== 'firefox') {
    console.error('Say which browser: chromium or firefox.');
    process.exit(1);
  }
  if (!findBrowser(name)) install(name);
  const path = findBrowser(name);
  if (path && isProgram(path)) {
    console.log(`${name}: ${path}`);
    return;
  }
  const { variable } = BROWSERS[name];
  console.error(
    process.env[variable]
      ? `${variable} is "${process.env[variable]}", which is no program. Correct or unset it.`
      : `${name} could not be installed. Install one, or name it with ${variable}=/path/to/${name}.`,
  );
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2]);
