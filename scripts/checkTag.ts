import { readFileSync } from 'node:fs';
import packageJson from '../package.json' with { type: 'json' };

/** Why a tag is no release of this commit; nothing if it is one. */
export function reasonAgainst(tag: string, version: string, changelog: string): string | undefined {
  if (tag !== `v${version}`)
    return `The tag is "${tag}", but package.json says ${version}: it would be "v${version}".`;
  const heading = changelog.split('\n').find((line) => line.startsWith(`## ${version} `));
  if (!heading || heading.includes('unreleased'))
    return `CHANGELOG.md has no section "## ${version} – <date>".`;
  return undefined;
}

if (process.argv[1] === import.meta.filename) {
  const changelog = readFileSync(`${import.meta.dirname}/../CHANGELOG.md`, 'utf8');
  const reason = reasonAgainst(process.argv[2] ?? '', packageJson.version, changelog);
  if (reason) {
    console.error(reason);
    process.exit(1);
  }
}
