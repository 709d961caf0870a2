import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type OutputChunk, rolldown } from 'rolldown';
import type { Packed } from './packed.ts';

const ENTRY = 'virtual:consumer';

/** What a consumer's bundler makes of the package. */
export interface Bundle {
  /** Every chunk, by file name. */
  chunks: ReadonlyMap<string, OutputChunk>;
  /** Chunks that the page cannot start without. */
  firstLoad: ReadonlySet<string>;
  /** What each lazy chunk needs that is not loaded already, by the name of the chunk. */
  lazy: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Bundles a module that imports from the packed package. React is external unless the bundle is to have it. */
export async function bundle(
  { folder }: Pick<Packed, 'folder'>,
  source: string,
  { withReact = false }: { withReact?: boolean } = {},
): Promise<Bundle> {
  const build = await rolldown({
    input: ENTRY,
    cwd: folder,
    ...(!withReact && { external: /^react(-dom)?(\/|$)/ }),
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    // A bundler says that it does not know what "use client" is for.
    onLog: () => {},
    plugins: [
      {
        name: 'consumer',
        // As a file beside `node_modules` would be resolved.
        resolveId: (id) => (id === ENTRY ? join(folder, '../../consumer.js') : null),
        load: (id) => (id.endsWith('/consumer.js') ? source : null),
      },
    ],
  });
  const { output } = await build.generate({ format: 'esm', minify: true });
  await build.close();
  const chunks = new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  );
  const all = [...chunks.values()];
  const entry = all.find((chunk) => chunk.isEntry);
  if (!entry) throw new Error('The consumer was built without an entry.');
  const firstLoad = withStaticImports(chunks, entry.fileName);
  const lazy = new Map(
    all
      .filter((chunk) => chunk.isDynamicEntry)
      .map((chunk) => [chunk.name, withStaticImports(chunks, chunk.fileName, firstLoad)] as const),
  );
  return { chunks, firstLoad, lazy };
}

/** A chunk and all that it cannot run without, but for what is loaded already. */
function withStaticImports(
  chunks: ReadonlyMap<string, OutputChunk>,
  fileName: string,
  loaded: ReadonlySet<string> = new Set(),
): Set<string> {
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

/** Bytes over the wire of some chunks. */
export function gzipped({ chunks }: Bundle, fileNames: ReadonlySet<string>): number {
  return [...fileNames].reduce(
    (sum, name) => sum + gzipSync(chunks.get(name)?.code ?? '').length,
    0,
  );
}
