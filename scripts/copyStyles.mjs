import { copyFile, writeFile } from 'node:fs/promises';

await copyFile('components/styles.css', 'dist/lib/styles.css');
// TypeScript wants a declaration for an import that is there for its effect.
await writeFile('dist/lib/styles.css.d.ts', 'export {};\n');
