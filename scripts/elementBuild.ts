import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { UserConfig } from 'vite';
import { isNeededBy, type ModuleGraph } from './firstLoad.ts';

const ENTRY = 'src/element/index.ts';

/** Where the build goes, and which of its files a page names. */
export const ELEMENT_DIRECTORY = 'dist/element';
export const ELEMENT_ENTRY = 'genauth-account.js';

/** The custom element for a script tag: with React and all that it needs, and chunks that are looked for beside it. */
export const elementBuild: UserConfig = {
  define: { 'process.env.NODE_ENV': '"production"' },
  // React 19.3 is 10 KiB larger, gzipped, by what the element does not use; 19.0 gets the same security fixes.
  resolve: {
    alias: { react: folderOf('react-for-element'), 'react-dom': folderOf('react-dom-for-element') },
  },
  build: {
    outDir: ELEMENT_DIRECTORY,
    emptyOutDir: true,
    license: { fileName: 'licenses.md' },
    lib: {
      entry: ENTRY,
      formats: ['es'],
      fileName: () => ELEMENT_ENTRY,
    },
    rolldownOptions: {
      output: {
        minify: true,
        // A name is never given twice: whoever kept an old script does not meet a new chunk.
        chunkFileNames: '[name]-[hash].js',
        codeSplitting: {
          groups: [
            {
              debugName: 'element',
              // The entry itself only imports: chunks that import it would find another copy if its address has a query.
              name: (id: string, graph: ModuleGraph) =>
                isNeededBy([ENTRY], id, graph) ? 'element' : null,
            },
          ],
        },
      },
    },
  },
};

/** Of a package, for whoever imports it under another name. */
function folderOf(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}
