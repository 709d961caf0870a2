import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { elementBuild } from './scripts/elementBuild.ts';
import { isOfFirstLoad, type ModuleGraph } from './scripts/firstLoad.ts';
import { createTenant } from './scripts/tenant/createTenant.ts';

/** Three builds from one config: the app by default, the library with `--mode lib`, the element with `--mode element`. */
export default defineConfig(({ mode, command }) => ({
  plugins: [react(), sandbox(), contentSecurityPolicy(command), published()],
  base: './',
  // Other pages in this tree are of other projects, with packages that are not installed here.
  optimizeDeps: { entries: ['index.html'] },
  publicDir: mode === 'lib' || mode === 'element' ? false : 'public',
  ...(mode === 'element' ? elementBuild : { build: mode === 'lib' ? library : app }),
  test: {
    // Properties run thousands of cases; a busy machine must not turn that into a failure.
    testTimeout: 60_000,
    // By default one processor is left to whoever works beside; of two, that is half.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: ['src/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          globals: true,
          include: ['{src,components}/**/*.test.tsx'],
          setupFiles: ['src/testSetup.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'package', environment: 'node', include: ['pack/**/*.test.ts'] },
      },
    ],
  },
}));

const app = { outDir: 'dist/app', emptyOutDir: true };

/** What a server may run, not only pass on to its client. */
const SERVES_TOO = /\/src\/(i18n|sandbox)\//;

const library = {
  outDir: 'dist/lib',
  emptyOutDir: true,
  minify: false,
  sourcemap: true,
  lib: {
    entry: {
      index: 'src/index.ts',
      'locales/zh-CN': 'src/i18n/zhCN.ts',
      sandbox: 'src/sandbox/index.ts',
      'sandbox/node': 'src/sandbox/node.ts',
    },
    formats: ['es' as const],
  },
  rolldownOptions: {
    // What is imported by name is the consumer's to install and to share.
    external: /^[^./]/,
    output: {
      chunkFileNames: '[name].js',
      // In one file, what every page loads compresses better than in five.
      codeSplitting: {
        groups: [
          {
            debugName: 'first',
            name: (id: string, graph: ModuleGraph) => (isOfFirstLoad(id, graph) ? 'first' : null),
          },
        ],
      },
      banner: ({ moduleIds }: { moduleIds: string[] }) =>
        moduleIds.every((id) => SERVES_TOO.test(id)) ? '' : "'use client';",
    },
  },
};

/** Any other NODE_ENV in the shell would bring JSX's debug form, with paths of this machine, into what is published. */
function published(): Plugin {
  return {
    name: 'published',
    config(_, { mode }) {
      if (mode === 'lib' || mode === 'element') process.env.NODE_ENV = 'production';
    },
  };
}

/** The GenAuth API in memory and an OpenID provider, at the addresses of a tenant. */
function sandbox(): Plugin {
  // The longer of the two documented lives of a code: nobody should have to hurry in a demonstration.
  const { listener } = createTenant({ settings: { smsValidityMs: 5 * 60_000 } });
  return {
    name: 'genauth-sandbox',
    configureServer: (server) => void server.middlewares.use(listener),
    configurePreviewServer: (server) => void server.middlewares.use(listener),
  };
}

/** The built app carries the policy that it was tested under; the development server needs inline scripts. */
function contentSecurityPolicy(command: string): Plugin {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    // One build serves any tenant, so its address is not known here.
    "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return {
    name: 'content-security-policy',
    transformIndexHtml: () =>
      command === 'build'
        ? [
            {
              tag: 'meta',
              attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
              injectTo: 'head-prepend' as const,
            },
          ]
        : [],
  };
}
