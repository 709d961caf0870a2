import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A Chromium of this machine: the one that `CHROMIUM_PATH` names, the system's, or Playwright's own. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, chromium.executablePath()].find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function install(): void {
  if (process.getuid?.() === 0 && succeeds('apt-get', ['--version'], 'ignore')) {
    console.log('No Chromium found: installing the one of this system with apt-get.');
    const packages = ['chromium', 'fonts-noto-cjk'];
    if (!succeeds('apt-get', ['update'])) return;
    succeeds('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
  } else {
    console.log('No Chromium found: downloading the one that Playwright brings.');
    succeeds('npx', ['playwright', 'install', 'chromium']);
  }
}

function succeeds(program: string, args: string[], stdio: 'inherit' | 'ignore' = 'inherit') {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { stdio, env }).status === 0;
}

function main(): void {
  if (!findChromium()) install();
  const path = findChromium();
  if (path && isProgram(path)) {
    console.log(`Chromium: ${path}`);
    return;
  }
  const named = process.env.CHROMIUM_PATH;
  console.error(
    named
      ? `CHROMIUM_PATH is "${named}", which is no program. Correct or unset it.`
      : 'Chromium could not be installed. Install one, or name it with CHROMIUM_PATH=/path/to/chromium.',
  );
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
