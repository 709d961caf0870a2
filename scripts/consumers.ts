import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack, ROOT } from '../pack/packed.ts';

/**
 * Packs the build, installs the tarball into small real apps outside of this repository, checks their types, builds them
 * and goes through the journeys in them. What is installed there stays for the next run.
 */
const HERE = join(ROOT, 'e2e/consumers');
const WORK = process.env.CONSUMERS_DIR ?? join(tmpdir(), 'genauth-account-widget-consumers');

/** One folder of dependencies for each React, and the apps that share it. */
const CONSUMERS = {
  react19: {
    apps: ['vite', 'next'],
    typescripts: ['5.6', '5.7', '5.8', '5.9', '6.0', '7.0'],
  },
  react18: { apps: ['vite'], typescripts: ['5.6', '7.0'] },
} as const;
const RESOLUTIONS = [
  ['--module', 'esnext', '--moduleResolution', 'bundler'],
  ['--module', 'nodenext', '--moduleResolution', 'nodenext'],
];

const packed = pack();
try {
  for (const [name, { apps, typescripts }] of Object.entries(CONSUMERS)) {
    const folder = join(WORK, name);
    install(name, folder);
    for (const version of typescripts) checkTypes(folder, version);
    for (const app of apps) build(folder, app);
  }
} finally {
  packed.remove();
}
run(
  ROOT,
  ['node_modules/@playwright/test/cli.js', 'test', '--config', `${HERE}/playwright.config.ts`],
  {
    CONSUMERS_DIR: WORK,
  },
);
console.log(`\n${Object.keys(CONSUMERS).length} folders of consumers passed.`);

function install(name: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const bytes = readFileSync(packed.tarball);
  // Under a name of its own for each build: npm takes a file of the same name for the same package.
  const tarball = `widget-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.tgz`;
  writeFileSync(join(folder, tarball), bytes);
  const manifest = JSON.parse(readFileSync(join(HERE, name, 'package.json'), 'utf8'));
  manifest.dependencies['genauth-account-widget'] = `file:${tarball}`;
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  cpSync(join(HERE, 'serve.ts'), join(folder, 'serve.ts'));
  for (const app of ['vite', 'next', 'types']) {
    rmSync(join(folder, app), { recursive: true, force: true });
    cpSync(join(HERE, app), join(folder, app), { recursive: true });
  }
  console.log(`\n== ${name}: install ==`);
  npm(folder, ['install', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund']);
}

function checkTypes(folder: string, version: string): void {
  const compiler = `node_modules/typescript-${version}/bin/tsc`;
  for (const resolution of RESOLUTIONS) {
    console.log(`types: TypeScript ${version}, ${resolution.at(-1)}`);
    run(folder, [compiler, '--project', 'types', ...resolution]);
  }
}

function build(folder: string, app: 'vite' | 'next'): void {
  console.log(`build: ${app}`);
  if (app === 'vite') run(folder, ['node_modules/typescript-7.0/bin/tsc', '--project', 'vite']);
  const program = { vite: 'vite/bin/vite.js', next: 'next/dist/bin/next' }[app];
  const options = {
    // Without React's plugin, Vite warns of every "use client".
    vite: ['--logLevel', 'error'],
    // See `next/proxy.ts`.
    next: ['--webpack'],
  }[app];
  run(join(folder, app), [`../node_modules/${program}`, 'build', ...options], {
    NEXT_TELEMETRY_DISABLED: '1',
  });
}

function npm(cwd: string, args: string[]): void {
  const { status } = spawnSync('npm', args, { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Error(`npm ${args[0]} failed in ${cwd}`);
}

function run(cwd: string, args: string[], env: Record<string, string> = {}): void {
  const { status } = spawnSync(process.execPath, args, {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${args.join(' ')} failed in ${cwd}`);
}
