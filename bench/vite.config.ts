import { defineConfig } from 'vite';

/** A production page with each input in a chunk of its own. */
export default defineConfig({
  root: import.meta.dirname,
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 2_000 },
  // Ours stands outside this folder and would bring a React of its own.
  resolve: { dedupe: ['react', 'react-dom'] },
});
