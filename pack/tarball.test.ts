import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { pack, ROOT } from './packed.ts';

const run = promisify(execFile);
const packed = pack();
afterAll(packed.remove);

const manifest: typeof packageJson = JSON.parse(read('package.json'));
const scripts = packed.files.filter((file) => file.endsWith('.js'));

function read(file: string): string {
  return readFileSync(join(packed.folder, file), 'utf8');
}

describe('what is published (R-97)', () => {
  it('is the build, its declarations and what a person reads, and nothing else', () => {
    const isMeant =
      /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|dist\/lib\/((locales|sandbox)\/)?[\w-]+(\.d\.ts|\.js|\.js\.map|\.css|\.css\.d\.ts)|dist\/element\/([\w.-]+\.js|licenses\.md))$/;
    expect(packed.files.filter((file) => !isMeant.test(file))).toEqual([]);
    expect(packed.files).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md', 'dist/lib/index.js']),
    );
  });

  it('names no place of the machine that built it', () => {
    const home = process.env.HOME ?? '/root';
    for (const file of packed.files) {
      expect(read(file).includes(ROOT) || read(file).includes(`${home}/`), file).toBe(false);
    }
  });

  it('has for every export a file with code and one with types', () => {
    for (const [entry, target] of Object.entries(manifest.exports)) {
      const paths = typeof target === 'string' ? [target] : Object.values(target);
      for (const path of paths) {
        expect(existsSync(join(packed.folder, path.replace('*', 'zh-CN'))), entry).toBe(true);
      }
    }
  });

  it('needs React from its host, three packages besides, and runs nothing when it is installed', () => {
    expect(Object.keys(manifest.dependencies)).toEqual([
      '@tanstack/react-query',
      'libphonenumber-js',
      'react-hook-form',
    ]);
    expect(manifest.peerDependencies).toEqual({
      react: '^18.2.0 || ^19.0.0',
      'react-dom': '^18.2.0 || ^19.0.0',
    });
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare'])
      expect(manifest.scripts).not.toHaveProperty(script);
  });

  it('imports those packages and itself, and no style sheet', () => {
    const known = [
      ...Object.keys(manifest.dependencies),
      ...Object.keys(manifest.peerDependencies),
      'node:',
    ];
    for (const file of scripts) {
      const targets = [...read(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g)];
      for (const [, target = ''] of targets) {
        expect(target, file).not.toMatch(/\.css$/);
        if (!target.startsWith('.'))
          expect(known.some((name) => target.startsWith(name)) && target, file).toBe(target);
      }
    }
  });

  it('is a client module for React’s servers, but for the sandbox and the languages', () => {
    for (const file of scripts) {
      const isOfServer = /^dist\/(element\/|lib\/(locales\/|sandbox|createSandbox))/.test(file);
      expect(/^["']use client["'];/.test(read(file)), file).toBe(!isOfServer);
    }
  });
});

describe('what others say of the tarball', () => {
  it('publint --strict has nothing to say', async () => {
    const pkgDir = packed.folder;
    const { messages } = await publint({ pkgDir, strict: true });
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  it('attw finds types for every entry, as an ES module', async () => {
    const attw = join(ROOT, 'node_modules/.bin/attw');
    const options = ['--profile', 'esm-only', '--include-entrypoints', 'locales/zh-CN'];
    const { stdout } = await run(attw, [packed.tarball, ...options, '--format', 'json']).catch(
      (error: { stdout: string }) => error,
    );
    const { analysis } = JSON.parse(stdout) as {
      analysis: {
        problems: { kind: string; entrypoint?: string; resolutionKind?: string }[];
        entrypoints: Record<string, unknown>;
      };
    };
    // Old resolutions, by which nothing of an ES module is found.
    const isOld = (kind = '') => kind === 'node10' || kind === 'node16-cjs';
    expect(analysis.problems.filter(({ resolutionKind }) => !isOld(resolutionKind))).toEqual([]);
    expect(Object.keys(analysis.entrypoints)).toContain('./locales/zh-CN');
  });
});
