import { gzipSync } from 'node:zlib';
import { type OutputChunk, rolldown } from 'rolldown';
import type { InputName } from './names.ts';

const HERE = import.meta.dirname;
const ENTRIES: Partial<Record<InputName, string>> = {
  // The field with the button of its picker; the page of ours is the whole form.
  ours: `${HERE}/../components/PhoneField.tsx`,
  'intl-tel-input': `${HERE}/page/inputs/intlTelInput.tsx`,
  'react-phone-number-input': `${HERE}/page/inputs/reactPhoneNumberInput.tsx`,
  'react-international-phone': `${HERE}/page/inputs/reactInternationalPhone.tsx`,
  'mui-tel-input': `${HERE}/page/inputs/muiTelInput.tsx`,
};

// What the page around a field has anyway: React, and the library of forms or of looks that it is made for.
const FROM_ELSEWHERE =
  /^(react|react-dom|react-hook-form|@tanstack\/react-query|@mui\/material|@emotion\/[a-z]+)(\/|$)/;
const CATALOGUES = /\/src\/i18n\//;

/** Bytes, gzipped, of what must have arrived before the field can be shown; without style sheets. */
export async function measureSizes(): Promise<Map<InputName, number>> {
  const sizes = new Map<InputName, number>();
  for (const [name, entry] of Object.entries(ENTRIES)) {
    sizes.set(name as InputName, await firstLoadOf(entry));
  }
  return sizes;
}

async function firstLoadOf(entry: string): Promise<number> {
  const bundle = await rolldown({
    input: entry,
    external: (id) => FROM_ELSEWHERE.test(id) || CATALOGUES.test(id),
    moduleTypes: { '.css': 'empty' },
    transform: { jsx: 'react-jsx', define: { 'process.env.NODE_ENV': '"production"' } },
    onLog: () => {},
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  const chunks = output.filter((file): file is OutputChunk => file.type === 'chunk');
  const first = withStaticImports(chunks);
  return first.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
}

function withStaticImports(chunks: OutputChunk[]): OutputChunk[] {
  const needed = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of needed) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) needed.add(chunk);
  }
  return [...needed];
}
