import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

const KIB = 1024;
const ENTRY = 'virtual:consumer';

/** What a consumer's page loads, gzipped, with React from elsewhere; each line is a promise with a limit. */
const LIMITS: Record<string, number> = {
  'first load': 30 * KIB,
  CountryPicker: 10 * KIB,
  phonePlans: 51 * KIB,
};

const output = await bundleConsumer();
const chunks = new Map(
  output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])),
);
const entry = [...chunks.values()].find((chunk) => chunk.isEntry);
if (!entry) throw new Error('The consumer was built without an entry.');

const firstLoad = withStaticImports(entry.fileName);
const sizes = new Map([['first load', gzipped(firstLoad)]]);
for (const chunk of chunks.values()) {
  if (chunk.isDynamicEntry)
    sizes.set(chunk.name, gzipped(withStaticImports(chunk.fileName, firstLoad)));
}

for (const [name, limit] of Object.entries(LIMITS)) {
  const size = sizes.get(name);
  if (size === undefined) throw new Error(`"${name}" is no longer a chunk of its own.`);
  const isOver = size > limit;
  if (isOver) process.exitCode = 1;
  const verdict = isOver ? 'TOO LARGE' : 'ok';
  console.log(`${name.padEnd(14)} ${kib(size)} of ${kib(limit)}  ${verdict}`);
}

async function bundleConsumer() {
  const bundle = await rolldown({
    input: ENTRY,
    external: /^react(-dom)?(\/|$)/,
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    onLog: () => {},
    plugins: [
      {
        name: 'consumer',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) =>
          id === ENTRY
            ? `export { BindPhone, createAuthenticationClient, GenAuthProvider } from '${process.cwd()}/dist/lib/index.js';`
            : null,
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  return output;
}

/** A chunk and all that it cannot run without, but for what is loaded already. */
function withStaticImports(fileName: string, loaded = new Set<string>()): Set<string> {
  const needed = new Set<string>();
  const visit = (name: string) => {
    const chunk = chunks.get(name);
    if (!chunk || needed.has(name) || loaded.has(name)) return;
    needed.add(name);
    chunk.imports.forEach(visit);
  };
  visit(fileName);
  return needed;
}

function gzipped(fileNames: Set<string>): number {
  return [...fileNames].reduce(
    (sum, name) => sum + gzipSync(chunks.get(name)?.code ?? '').length,
    0,
  );
}

function kib(bytes: number): string {
  return `${(bytes / KIB).toFixed(1)} KiB`.padStart(9);
}
