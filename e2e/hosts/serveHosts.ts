import type { Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';

let built: Promise<Map<string, string>> | undefined;

/** Opens the widget in one of the pages of `hosts.tsx`, at the address of the app. */
export async function openHost(page: Page, kind: string): Promise<void> {
  built ??= buildHosts();
  const files = await built;
  await page.route(/\/hosts\//, (route) => {
    const name = new URL(route.request().url()).pathname.replace('/hosts/', '');
    const body = files.get(name);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: PAGE });
    if (body === undefined) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: 'text/javascript', body });
  });
  await page.goto(`/hosts/?${kind}`);
}

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<script type="module" src="/hosts/hosts.js"></script>`;

async function buildHosts(): Promise<Map<string, string>> {
  const outputs = (await build({
    configFile: false,
    logLevel: 'error',
    base: '/hosts/',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: `${import.meta.dirname}/hosts.tsx`,
        output: { entryFileNames: 'hosts.js' },
      },
    },
  })) as Rolldown.RolldownOutput;
  return new Map(
    outputs.output.map((file) => [
      file.fileName,
      file.type === 'chunk' ? file.code : String(file.source),
    ]),
  );
}
