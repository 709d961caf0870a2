import { bundle, gzipped } from '../pack/bundle.ts';
import { pack } from '../pack/packed.ts';
import { ELEMENT_LIMITS, elementSizes } from './elementSize.ts';

const KIB = 1024;

/** What is measured, and its limits in bytes, gzipped; each line is a promise. */
interface Budget {
  name: string;
  sizes: () => Promise<ReadonlyMap<string, number>>;
  limits: Readonly<Record<string, number>>;
}

const packed = pack();

const BUDGETS: readonly Budget[] = [
  {
    name: 'package, with React from the page',
    sizes: () =>
      sizesOf(
        "export { BindPhone, createAuthenticationClient, GenAuthProvider } from 'genauth-account-widget';",
      ),
    limits: {
      'first load': 30 * KIB,
      phoneFlow: 18 * KIB,
      exchange: 5 * KIB,
      CountryPicker: 11 * KIB,
      phonePlans: 51 * KIB,
      formatDigits: 51 * KIB,
      'zh-CN': 5 * KIB,
    },
  },
  {
    name: 'all eight widgets, with React from the page',
    sizes: () => sizesOf("export * from 'genauth-account-widget';"),
    limits: {
      'first load': 40 * KIB,
      emailFlow: 14 * KIB,
      presentPhoneFlow: 20 * KIB,
      presentEmailFlow: 16 * KIB,
    },
  },
  { name: 'element, with React', sizes: async () => elementSizes(), limits: ELEMENT_LIMITS },
];

try {
  for (const { name, sizes, limits } of BUDGETS) {
    console.log(name);
    report(await sizes(), limits);
  }
} finally {
  packed.remove();
}

/** The first load and every lazy chunk of a page, each with what it needs and the page does not have yet. */
async function sizesOf(source: string): Promise<Map<string, number>> {
  const built = await bundle(packed, source);
  return new Map([
    ['first load', gzipped(built, built.firstLoad)],
    ...[...built.lazy].map(([name, files]) => [name, gzipped(built, files)] as const),
  ]);
}

function report(sizes: ReadonlyMap<string, number>, limits: Budget['limits']): void {
  for (const [name, limit] of Object.entries(limits)) {
    const size = sizes.get(name);
    if (size === undefined) throw new Error(`"${name}" is no longer a chunk of its own.`);
    const isOver = size > limit;
    if (isOver) process.exitCode = 1;
    const verdict = isOver ? 'TOO LARGE' : 'ok';
    console.log(`  ${name.padEnd(16)} ${kib(size)} of ${kib(limit)}  ${verdict}`);
  }
}

function kib(bytes: number): string {
  return `${(bytes / KIB).toFixed(2)} KiB`.padStart(10);
}
