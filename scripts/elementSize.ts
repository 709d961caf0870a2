import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ELEMENT_DIRECTORY, ELEMENT_ENTRY } from './elementBuild.ts';

const KIB = 1024;

/** What the element's chunks may weigh, in bytes, gzipped; each line is a promise. */
export const ELEMENT_LIMITS: Readonly<Record<string, number>> = {
  'first load': 100 * KIB,
  phoneFlow: 18 * KIB,
  emailFlow: 14 * KIB,
  presentPhoneFlow: 20 * KIB,
  presentEmailFlow: 16 * KIB,
  exchange: 5 * KIB,
  CountryPicker: 11 * KIB,
  phonePlans: 51 * KIB,
  formatDigits: 51 * KIB,
  zhCN: 5 * KIB,
};

/** The built element by its chunks: the script with React, then each that comes later, with what it needs beyond the script. */
export function elementSizes(): Map<string, number> {
  const files = new Map(
    readdirSync(ELEMENT_DIRECTORY)
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name, readFileSync(join(ELEMENT_DIRECTORY, name), 'utf8')]),
  );
  const imported = (name: string, pattern: RegExp) =>
    [...(files.get(name) ?? '').matchAll(pattern)].map(([, target = '']) => target);
  const withImports = (name: string, needed = new Set<string>()): Set<string> => {
    if (needed.has(name)) return needed;
    needed.add(name);
    for (const target of imported(name, STATIC)) withImports(target, needed);
    return needed;
  };
  const weigh = (names: Iterable<string>) =>
    [...names].reduce((sum, name) => sum + gzipSync(files.get(name) ?? '').length, 0);

  const first = withImports(ELEMENT_ENTRY);
  const lazy = new Set([...files.keys()].flatMap((name) => imported(name, DYNAMIC)));
  return new Map([
    ['first load', weigh(first)],
    ...[...lazy].map((name): [string, number] => [
      name.replace(/-[\w-]{8}\.js$/, ''),
      weigh([...withImports(name)].filter((needed) => !first.has(needed))),
    ]),
  ]);
}

/** As the build writes them. */
const STATIC = /(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g;
const DYNAMIC = /import\(\s*["'`]\.\/([^"'`]+)["'`]\s*\)/g;
