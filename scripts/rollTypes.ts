import { appendFileSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
} from '@microsoft/api-extractor';

/** Entries of the package, by the declarations that TypeScript wrote for their sources. */
const ENTRIES = {
  index: 'src/index',
  element: 'src/element/index',
  'locales/zh-CN': 'src/i18n/zhCN',
  sandbox: 'src/sandbox/index',
  'sandbox/node': 'src/sandbox/node',
};

const root = resolve(import.meta.dirname, '..');
const off = { logLevel: ExtractorLogLevel.None };

/**
 * One declaration file for each entry, with what can be seen from outside and no import of another file; and a report of
 * it in `dist/api`, which the one in `api` must equal (`pack/api.test.ts`).
 */
const configs = Object.entries(ENTRIES).map(([name, source]) => configOf(name, source));
const [first] = configs;
if (!first) throw new Error('There is no entry.');
// Reading the declarations takes longer than all the rest: it is done once.
const compilerState = CompilerState.create(first, {
  additionalEntryPoints: configs.map(({ mainEntryPointFilePath }) => mainEntryPointFilePath),
});
for (const config of configs) {
  const { succeeded, errorCount } = Extractor.invoke(config, {
    compilerState,
    // Writes the report instead of complaining that it is not there.
    localBuild: true,
    messageCallback: (message) => {
      if (message.logLevel === ExtractorLogLevel.Error) console.error(message.text);
      message.handled = message.logLevel !== ExtractorLogLevel.Error;
    },
  });
  if (!succeeded) throw new Error(`${config.reportFilePath}: ${errorCount} errors`);
}

// What an entry adds to the types of the page is no export of it, and so not rolled up.
for (const [name, source] of Object.entries(ENTRIES)) {
  const declared = readFileSync(`${root}/dist/types/${source}.d.ts`, 'utf8');
  const [added] = /^declare global \{$.*?^\}$/ms.exec(declared) ?? [];
  if (added) appendFileSync(`${root}/dist/lib/${name}.d.ts`, `\n${added}\n`);
}

function configOf(name: string, source: string): ExtractorConfig {
  const report = `${name.replace('/', '-')}.api.md`;
  return ExtractorConfig.prepare({
    packageJsonFullPath: `${root}/package.json`,
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: `${root}/dist/types/${source}.d.ts`,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            lib: ['ES2023', 'DOM', 'DOM.Iterable'],
            module: 'ESNext',
            moduleResolution: 'bundler',
            jsx: 'react-jsx',
            strict: true,
            types: ['node'],
          },
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: report,
        reportFolder: `${root}/dist/api`,
        reportTempFolder: `${root}/dist/api/temp`,
      },
      dtsRollup: { enabled: true, untrimmedFilePath: `${root}/dist/lib/${name}.d.ts` },
      docModel: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.Warning },
          'ae-missing-release-tag': off,
          // What a public type is made of is public by that, under whatever name.
          'ae-forgotten-export': off,
        },
        tsdocMessageReporting: { default: off },
      },
    },
  });
}
