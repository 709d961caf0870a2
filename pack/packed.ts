import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };

export const ROOT = join(import.meta.dirname, '..');

/** What `npm pack` made of the build. */
export interface Packed {
  /** Where the tarball is. */
  tarball: string;
  /** Folder into which it is installed, with its dependencies beside it. */
  folder: string;
  /** Paths inside the package. */
  files: string[];
  remove: () => void;
}

/** Packs what is built and unpacks it where a consumer would have it: nothing of the source tree can be reached there. */
export function pack(root = ROOT): Packed {
  if (!existsSync(`${root}/dist/lib/index.js`))
    throw new Error('There is no build to pack: npm run build:lib');
  const work = mkdtempSync(join(tmpdir(), 'genauth-packed-'));
  const [{ filename, files }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as [{ filename: string; files: { path: string }[] }];
  const tarball = join(work, filename);

  const folder = join(work, 'node_modules', packageJson.name);
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
  const needed = [
    ...Object.keys(packageJson.dependencies),
    ...Object.keys(packageJson.peerDependencies),
  ];
  for (const name of needed) {
    const link = join(work, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link);
  }
  return {
    tarball,
    folder,
    files: files.map(({ path }) => path),
    remove: () => rmSync(work, { recursive: true, force: true }),
  };
}
