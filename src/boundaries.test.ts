import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

/** Which rooms a room may import from; `src` is what lies loose in it. */
const ALLOWED: Record<string, readonly string[]> = {
  'src/sdk': ['src'],
  'src/i18n': [],
  'src/phone': ['src'],
  'src/account': ['src', 'src/sdk', 'src/i18n', 'src/phone'],
  'src/sandbox': ['src/sdk'],
  components: ['src', 'src/account', 'src/sdk', 'src/i18n', 'src/phone'],
  'src/element': ['components', 'src/account', 'src/sdk', 'src/i18n', 'src/phone'],
};

const PACKAGES: Record<string, readonly string[]> = {
  'src/sdk': [],
  'src/i18n': [],
  'src/phone': ['libphonenumber-js'],
  'src/account': ['react', '@tanstack/react-query'],
  'src/sandbox': ['libphonenumber-js', 'node:http', 'node:timers'],
  components: ['react', 'react-dom', 'react-hook-form', '@tanstack/react-query'],
  'src/element': ['react', 'react-dom'],
};

const ROOT = join(import.meta.dirname, '..');

function sourcesOf(room: string): string[] {
  return readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => !/\.test\.tsx?$|test(ing|Server|Caller)\.tsx?$/.test(file))
    .map((file) => join(room, file));
}

function importsOf(file: string): string[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return [...source.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, target = '']) => target);
}

function roomOf(file: string): string {
  return Object.keys(ALLOWED).find((room) => file.startsWith(`${room}/`)) ?? dirname(file);
}

it.each(Object.keys(ALLOWED))('%s imports only what the architecture lets it', (room) => {
  const files = sourcesOf(room);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    for (const target of importsOf(file)) {
      if (target.startsWith('.')) {
        const targetRoom = roomOf(relative(ROOT, join(ROOT, dirname(file), target)));
        expect([room, ...(ALLOWED[room] ?? [])], `${file} → ${target}`).toContain(targetRoom);
      } else {
        const name = target
          .split('/')
          .slice(0, target.startsWith('@') ? 2 : 1)
          .join('/');
        const known = PACKAGES[room] ?? [];
        expect(
          known.some((allowed) => name === allowed),
          `${file} → ${target}`,
        ).toBe(true);
      }
    }
  }
});

it('the library never reaches the sandbox or the app', () => {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const target of importsOf(file)) {
      if (target.startsWith('.')) visit(relative(ROOT, join(ROOT, dirname(file), target)));
    }
  };
  visit('src/index.ts');
  expect(seen.size).toBeGreaterThan(30);
  expect([...seen].filter((file) => /^src\/(sandbox|app)\//.test(file))).toEqual([]);
});
