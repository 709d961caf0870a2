import { copyFile } from 'node:fs/promises';

await copyFile('components/styles.css', 'dist/lib/styles.css');
