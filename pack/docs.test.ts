// @vitest-environment jsdom
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, render, waitFor } from '@testing-library/react';
import { type ComponentType, createElement } from 'react';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { attributeOf } from '../scripts/optionsPage.ts';
import { readConfig } from '../src/app/readConfig.ts';
import { OBSERVED_ATTRIBUTES } from '../src/element/defineOptions.ts';
import { createSandbox } from '../src/sandbox/index.ts';
import { inLanguage, PAGES, readPage, type Sample } from './docs.ts';
import { ROOT } from './packed.ts';

/** Inside of the package, which is then found under its own name, by its `exports`. */
const work = join(ROOT, 'dist/samples');
afterAll(() => rmSync(work, { recursive: true, force: true }));
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

/** What a page's own code is to the samples. */
const SESSION = `export const session = {
  accessToken: 'sandbox-docs' as string | undefined,
  userId: 'docs',
  renew: async (): Promise<string | undefined> => undefined,
  confirmPassword: async (): Promise<void> => {},
  signInAgain: (): void => {},
};
export const captcha = { solve: async () => 'w1nd0w' };
export const support = { open: (_case: { reason: string; requestId?: string | undefined }): void => {} };
`;

/** Of Next.js itself, which only its app in `e2e/consumers` has. */
const isOfNext = ({ code }: Sample) => /from 'next\//.test(code);
const typed = inLanguage('ts', 'tsx').filter((sample) => !isOfNext(sample));
const plain = inLanguage('js');

function pathOf({ page, file, name }: Sample): string {
  if (!file)
    throw new Error(`${name}: a block of code has the name of its file behind the language.`);
  return join(work, page, file);
}

function writeConfig(name: string, include: string[], changes: object): void {
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    module: 'ESNext',
    moduleResolution: 'bundler',
    moduleDetection: 'force',
    jsx: 'react-jsx',
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUnusedLocals: true,
    noEmit: true,
    ...changes,
  };
  writeFileSync(join(work, name), JSON.stringify({ compilerOptions, include }));
}

/** What the compiler has to say. */
function compile(config: string): string {
  try {
    execFileSync(
      process.execPath,
      [`${ROOT}/node_modules/typescript/bin/tsc`, '-p', join(work, config)],
      {
        encoding: 'utf8',
      },
    );
    return '';
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  }
}

beforeAll(() => {
  for (const page of new Set([...typed, ...plain].map((sample) => sample.page))) {
    mkdirSync(join(work, page), { recursive: true });
    writeFileSync(join(work, page, 'session.ts'), SESSION);
  }
  for (const sample of [...typed, ...plain]) writeFileSync(pathOf(sample), sample.code);
  // A page's scripts know the element by this alone.
  writeFileSync(join(work, 'element.d.ts'), "import 'genauth-account-widget/element';\n");
  writeConfig('typed.json', ['**/*.ts', '**/*.tsx'], {});
  // Nobody proves to plain script that an element is there.
  writeConfig('plain.json', ['element.d.ts', '**/*.js'], {
    checkJs: true,
    strictNullChecks: false,
    exactOptionalPropertyTypes: false,
  });
});

describe('the types that are published allow what the documentation shows', () => {
  it('in TypeScript', () => expect(compile('typed.json')).toBe(''));
  it('in JavaScript', () => expect(compile('plain.json')).toBe(''));
});

/** Against the sandbox, as a page that is given its `fetch`. */
function stubFetch(): void {
  const sandbox = createSandbox();
  vi.stubGlobal('fetch', sandbox.fetch);
}

it.each(typed.filter(({ language }) => language === 'tsx'))(
  '$name shows what it promises',
  async (sample) => {
    stubFetch();
    const module: Record<string, unknown> = await import(/* @vite-ignore */ pathOf(sample));
    const components = Object.values(module) as ComponentType[];
    expect(components).toHaveLength(1);
    for (const component of components) {
      if (sample.file === 'layout.tsx') continue;
      const { container } = render(createElement(component));
      await waitFor(() => {
        const widgets = [...container.querySelectorAll('section.genauth')];
        expect(widgets.length).toBeGreaterThan(0);
        // A form has fields, and a card the contact that the sandbox told it of.
        for (const widget of widgets)
          expect(widget.querySelector('input, .genauth-contact')).not.toBeNull();
      });
    }
  },
);

it.each(typed.filter(({ language }) => language === 'ts'))('$name runs', async (sample) => {
  const log = vi.spyOn(console, 'assert');
  vi.spyOn(console, 'log').mockReturnValue(undefined);
  await import(/* @vite-ignore */ pathOf(sample));
  for (const [isTrue] of log.mock.calls) expect(isTrue).toBe(true);
  vi.restoreAllMocks();
});

it.each(inLanguage('ts', 'tsx').filter(isOfNext))(
  '$name is a part of the app that the consumers build',
  ({ file, code }) => {
    const source = readFileSync(`${ROOT}/e2e/consumers/next/${file}`, 'utf8');
    const withoutComments = source.replace(/\/\*\*.*?\*\/\n/gs, '');
    expect(withoutComments).toContain(code.trim());
  },
);

const PROPERTIES = ['getAccessToken', 'messages', 'fetch'];

// Those of the page on theming are run by its own tests, in a browser.
describe.each(inLanguage('html').filter(({ page }) => page !== 'theming'))('$name', (sample) => {
  it('has an element, of whose attributes each is an option', () => {
    document.body.innerHTML = sample.code;
    const elements = [...document.querySelectorAll('genauth-account')];
    expect(elements.length).toBeGreaterThan(0);
    for (const element of elements) {
      const names = element.getAttributeNames();
      expect(names.filter((name) => !OBSERVED_ATTRIBUTES.includes(name))).toEqual([]);
    }
  });

  it.each(plain.filter(({ page }) => page === sample.page))(
    'is given only options by $file',
    async (script) => {
      document.body.innerHTML = sample.code;
      await import(/* @vite-ignore */ pathOf(script));
      const element = document.querySelector('genauth-account');
      const known = [...PROPERTIES, ...OBSERVED_ATTRIBUTES];
      // Not upgraded, an element has what was set as its own properties.
      for (const name of Object.keys(element ?? {}))
        expect(known).toContain(attributeOfProperty(name));
    },
  );
});

function attributeOfProperty(name: string): string {
  return PROPERTIES.includes(name) ? name : attributeOf(name);
}

it.each(inLanguage('json'))(
  '$name is a config.json that the app takes, each key of it',
  async ({ code }) => {
    vi.stubGlobal('fetch', async () => new Response(code));
    const config = await readConfig();
    const unknown = Object.keys(JSON.parse(code)).filter((key) => !Object.hasOwn(config, key));
    expect(unknown).toEqual([]);
  },
);

/** Where the policies are that tests run under. */
const TESTED = ['e2e/element/elementPage.ts', 'e2e/consumers/serve.ts', 'vite.config.ts'].map(
  (path) => readFileSync(`${ROOT}/${path}`, 'utf8'),
);

it.each(inLanguage('http'))('$name: every directive is one that tests run under', ({ code }) => {
  const directives = code
    .replace(/^Content-Security-Policy: /, '')
    .replaceAll(' https://example.genauth.ai', '')
    .trim()
    .split('; ');
  for (const directive of directives)
    expect(
      TESTED.some((source) => source.includes(`"${directive}"`)),
      directive,
    ).toBe(true);
});

describe.each(PAGES)('%s', (path) => {
  const text = readPage(path);

  it('names events, scripts and pages that are there', () => {
    const options = readPage('docs/options.md');
    for (const [event] of text.matchAll(/genauth:[a-z-]+/g))
      expect(options).toContain(`| \`${event}\` |`);
    for (const [, script = ''] of text.matchAll(/npm run ([\w:]+)/g))
      expect(packageJson.scripts).toHaveProperty([script]);
    for (const [, file = '', anchor] of text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)) {
      const target = file ? join(path, '..', file) : path;
      const there = readPage(target);
      if (anchor) expect(anchorsOf(there), `${target}#${anchor}`).toContain(anchor);
    }
  });
});

function anchorsOf(page: string): string[] {
  return [...page.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
