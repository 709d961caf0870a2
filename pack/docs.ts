import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ROOT } from './packed.ts';

/** A block of code in a page of the documentation. */
export interface Sample {
  /** Such as `react Phone.tsx`, or `script-tag 3` where the block has no name. */
  name: string;
  /** Of the page, without its ending. */
  page: string;
  language: string;
  /** What a reader is told to call it, such as `Phone.tsx`. */
  file: string | undefined;
  code: string;
}

/** Pages that people write, and those that scripts write. */
export const PAGES: readonly string[] = [
  'README.md',
  ...readdirSync(`${ROOT}/docs`)
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

export function readPage(path: string): string {
  return readFileSync(`${ROOT}/${path}`, 'utf8');
}

function samplesOf(path: string): Sample[] {
  const page = basename(path, '.md');
  const blocks = readPage(path).matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms);
  return [...blocks].map(([, language = '', file, code = ''], index) => ({
    name: `${page} ${file ?? index + 1}`,
    page,
    language,
    file,
    code,
  }));
}

export const samples: readonly Sample[] = PAGES.flatMap(samplesOf);

export function inLanguage(...languages: string[]): Sample[] {
  return samples.filter(({ language }) => languages.includes(language));
}
