import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { type Packed, pack, ROOT } from './packed.ts';

const run = promisify(execFile);
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Digests of a tarball and of every file in it, to say which of them differ. */
function digestsOf({ tarball, folder, files }: Packed): Record<string, string> {
  folders.push(dirname(tarball));
  const digest = (path: string) => createHash('sha512').update(readFileSync(path)).digest('hex');
  const ofFiles = files.map((file) => [file, digest(join(folder, file))]);
  return Object.fromEntries([...ofFiles, ['tarball', digest(tarball)]]);
}

/** Builds the package in a folder of its own, of what Git does not ignore, and packs it. */
async function packCleanBuild(name: string, mode: string): Promise<Packed> {
  const folder = mkdtempSync(join(tmpdir(), name));
  folders.push(folder);
  const known = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', known, { cwd: ROOT, encoding: 'utf8' });
  const isOfBuild = /^(src\/|components\/|scripts\/|(?!node_modules$)[^/]+$)/;
  for (const file of listed.split('\0').filter((path) => isOfBuild.test(path))) {
    cpSync(join(ROOT, file), join(folder, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const build of ['build:lib', 'build:element']) {
    await run('npm', ['run', '--silent', build], {
      cwd: folder,
      env: { ...process.env, NODE_ENV: mode },
    });
  }
  return pack(folder);
}

// Two whole builds take longer than any other test.
it('two builds of a commit are the same, byte for byte, wherever they are made (R-97)', {
  timeout: 300_000,
}, async () => {
  const [first, second] = await Promise.all([
    packCleanBuild('genauth-build-', 'production'),
    packCleanBuild('genauth-another-build-somewhere-else-', 'development'),
  ]);
  expect(digestsOf(second)).toEqual(digestsOf(first));
  // What is here was built of the same files.
  expect(digestsOf(pack())).toEqual(digestsOf(first));
});
