import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reasonAgainst } from '../scripts/checkTag.ts';
import { ROOT } from './packed.ts';

interface Lock {
  lockfileVersion: number;
  packages: Record<
    string,
    { integrity?: string; resolved?: string; link?: boolean; hasInstallScript?: boolean }
  >;
}

const lockfiles = ['package-lock.json', 'bench/package-lock.json'];

describe.each(lockfiles)('%s (R-94)', (file) => {
  const lock: Lock = JSON.parse(readFileSync(`${ROOT}/${file}`, 'utf8'));
  const installed = Object.entries(lock.packages).filter(([path]) =>
    path.startsWith('node_modules/'),
  );

  it('has a SHA-512 for every package, and no address of where it came from', () => {
    expect(lock.lockfileVersion).toBe(3);
    expect(installed.length).toBeGreaterThan(5);
    for (const [path, { integrity, resolved, link }] of installed) {
      expect(integrity, path).toMatch(/^sha512-[\w+/]{86}==$/);
      expect(resolved, path).toBeUndefined();
      expect(link, path).toBeUndefined();
    }
  });

  it('has no package that would run a script when it is installed, but esbuild, which works without', () => {
    const scripted = installed.filter(([, entry]) => entry.hasInstallScript);
    const names = scripted.map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(names.filter((name) => name !== 'esbuild' && name !== 'fsevents')).toEqual([]);
  });
});

it('npm runs no script of any package here (R-94)', () => {
  expect(readFileSync(`${ROOT}/.npmrc`, 'utf8')).toMatch(/^ignore-scripts=true$/m);
});

describe.each(readdirSync(`${ROOT}/.github/workflows`))('workflow %s (R-95)', (file) => {
  const text = readFileSync(`${ROOT}/.github/workflows/${file}`, 'utf8');

  it('uses actions by the commit that was read, never by a tag that can be moved', () => {
    const uses = [...text.matchAll(/uses:\s*(\S+)(.*)/g)];
    expect(uses.length).toBeGreaterThan(0);
    for (const [, action, comment] of uses) {
      expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
      expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  });

  it('begins with no permission at all, and gives each job what it needs', () => {
    expect(text).toMatch(/^permissions: \{\}$/m);
    const jobs = text
      .slice(text.indexOf('\njobs:'))
      .split(/\n {2}(?=\w+:\n)/)
      .slice(1);
    expect(jobs.length).toBeGreaterThan(0);
    for (const job of jobs) {
      expect(job).toMatch(/\n {4}permissions:\n {6}contents: read\n/);
      expect(job).toMatch(/\n {4}timeout-minutes: \d+\n/);
    }
  });

  it('keeps no credential on the disk, and puts no text of others into a script', () => {
    expect(text.match(/persist-credentials: false/g)?.length).toBe(
      text.match(/actions\/checkout@/g)?.length,
    );
    expect(text).not.toMatch(/secrets\.|NPM_TOKEN|NODE_AUTH_TOKEN|pull_request_target/);
    const scripts = text.match(/\brun:[\s\S]*?(?=\n {6}- |\n {2}\w|$)/g) ?? [];
    for (const script of scripts) expect(script).not.toContain('${{');
  });
});

describe('a release (R-95, R-96)', () => {
  const text = readFileSync(`${ROOT}/.github/workflows/release.yml`, 'utf8');

  it('is made from a tag and from nothing else, by the workflow’s own identity', () => {
    expect(text).toMatch(/\non:\n {2}push:\n {4}tags:\n {6}- 'v\*'\n\n/);
    expect(text).toContain('id-token: write');
    expect(text).toMatch(/npm publish \.\/release\/\*\.tgz --provenance/);
  });

  it('publishes what was tested, checks that the tag is its version, and says what is in it', () => {
    expect(text).toContain('scripts/checkTag.ts');
    expect(text).toContain('npm sbom --sbom-format cyclonedx');
    expect(text).toContain('npm ci --ignore-scripts');
    expect(text.indexOf('npm test')).toBeLessThan(text.indexOf('npm pack'));
    expect(text.indexOf('npm pack')).toBeLessThan(text.indexOf('npm publish'));
  });

  it.each([
    ['v1.2.3', '## 1.2.3 – 2026-12-01', undefined],
    ['v1.2.4', '## 1.2.3 – 2026-12-01', /it would be "v1\.2\.3"/],
    ['1.2.3', '## 1.2.3 – 2026-12-01', /it would be/],
    ['v1.2.3', '## 1.2.3 – unreleased', /no section/],
    ['v1.2.3', '## 1.2.2 – 2026-12-01', /no section/],
  ])('of version 1.2.3, tagged %s, under the heading “%s”', (tag, changelog, reason) => {
    const found = reasonAgainst(tag, '1.2.3', changelog);
    if (reason) expect(found).toMatch(reason);
    else expect(found).toBeUndefined();
  });
});
