import type { BrowserContext, Page } from '@playwright/test';
import type { SandboxCall } from '../src/sandbox/index.ts';

/** What a test typed, was sent or signed in with, and what must stay where it was meant for (R-26, R-46, I10, A05). */
export interface Secrets {
  numbers: string[];
  codes: string[];
  tokens: string[];
}

/** The demonstration keeps its account over a reload; the widget stores no token. */
const DEMO_ACCOUNT = 'genauth-account-widget.demo-account';

/** Where a number or a code may be sent: to the operation that is for it, and in its body. */
const MEANT_FOR: Record<string, readonly (keyof Secrets)[]> = {
  sendSms: ['numbers'],
  bindPhone: ['numbers', 'codes'],
  preCheckCode: ['numbers', 'codes'],
  verifyUpdatePhoneRequest: ['numbers', 'codes'],
  unbindPhone: ['codes'],
  // A test's e-mail addresses count among its numbers.
  sendEmail: ['numbers'],
  bindEmail: ['numbers', 'codes'],
  verifyUpdateEmailRequest: ['numbers', 'codes'],
  unbindEmail: ['codes'],
};

type Trace = readonly [place: string, text: string];

/** Every place that holds a secret and is not meant to. */
export function findSecrets(traces: readonly Trace[], secrets: Secrets): string[] {
  return traces.flatMap(([place, text]) =>
    kindsIn(text, secrets).map((kind) => `${kind} in ${place}: ${text.slice(0, 200)}`),
  );
}

/** The same of what reached the server. */
export function findMisdirected(calls: readonly SandboxCall[], secrets: Secrets): string[] {
  return calls.flatMap(({ operation = '', path, query, headers, body = '' }) => {
    const meant = MEANT_FOR[operation] ?? [];
    return [
      ...findSecrets([[`address of ${operation}`, path + query]], secrets),
      ...findSecrets([[`headers of ${operation}`, JSON.stringify(headers)]], secrets),
      ...kindsIn(JSON.stringify(body), secrets)
        .filter((kind) => !meant.includes(kind))
        .map((kind) => `${kind} in the body of ${operation}`),
    ];
  });
}

/** All that a page leaves to others: other scripts, other pages, later people, logs. */
export async function tracesOf(context: BrowserContext): Promise<Trace[]> {
  const cookies = JSON.stringify(await context.cookies());
  const pages = context.pages().filter((page) => page.url().startsWith('http'));
  const traces = await Promise.all(pages.map(tracesOfPage));
  return [['cookies', cookies], ...traces.flat()];
}

function tracesOfPage(page: Page): Promise<Trace[]> {
  return page.evaluate(async (demoAccount) => {
    const found: [string, string][] = [
      ['location', location.href],
      ['history', JSON.stringify(history.state)],
      ['title', document.title],
      ['window.name', window.name],
      ['document.cookie', document.cookie],
    ];
    for (const store of ['localStorage', 'sessionStorage'] as const) {
      try {
        for (const [key, value] of Object.entries(window[store])) {
          if (key !== demoAccount) found.push([store, `${key} = ${value}`]);
        }
      } catch {
        // A test took it away.
      }
    }
    for (const { name } of performance.getEntries()) found.push(['performance', name]);
    const noteAttributes = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          found.push([`<${element.localName} ${name}>`, value]);
        }
        if (element.shadowRoot) noteAttributes(element.shadowRoot);
      }
    };
    noteAttributes(document);
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) found.push(['cache', url]);
    }
    const contentOf = (database: string) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open(database);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const stores = [...opening.result.objectStoreNames];
          if (stores.length === 0) return resolve('');
          const transaction = opening.result.transaction(stores);
          const requests = stores.flatMap((store) => [
            transaction.objectStore(store).getAllKeys(),
            transaction.objectStore(store).getAll(),
          ]);
          transaction.oncomplete = () =>
            resolve(JSON.stringify([stores, requests.map(({ result }) => result)]));
        };
      });
    for (const { name = '' } of await indexedDB.databases()) {
      found.push(['IndexedDB', `${name} ${await contentOf(name)}`]);
    }
    return found;
  }, DEMO_ACCOUNT);
}

function kindsIn(text: string, { numbers, codes, tokens }: Secrets): (keyof Secrets)[] {
  const plain = decoded(text);
  // A number is one however it is grouped.
  const digits = plain.replace(/[\s\-.()\u00a0]/g, '');
  const kinds: (keyof Secrets)[] = [];
  if (numbers.some((number) => digits.includes(number))) kinds.push('numbers');
  // As a number of its own: six digits in a row happen in any timestamp.
  if (codes.some((code) => new RegExp(`(?<!\\d)${code}(?!\\d)`).test(plain))) kinds.push('codes');
  if (tokens.some((token) => plain.includes(token))) kinds.push('tokens');
  return kinds;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
