import { findMisdirected, findSecrets, tracesOf } from './canary.ts';
import { expect, test } from './demo.ts';

// What every other test relies on: a secret that lies about is found, wherever it is.

const NUMBER = '13800138000';
const CODE = '482913';
const TOKEN = 'token-of-nobody';
const secrets = { numbers: [NUMBER], codes: [CODE], tokens: [TOKEN] };

const hidingPlaces: [place: string, hide: (text: string) => unknown][] = [
  ['localStorage', (text) => localStorage.setItem('a', text)],
  ['sessionStorage', (text) => sessionStorage.setItem(text, 'a')],
  [
    'cookie',
    (text) => {
      // biome-ignore lint/suspicious/noDocumentCookie: what a leak would use
      document.cookie = `a=${text}`;
    },
  ],
  ['history', (text) => history.replaceState({ text }, '')],
  ['location', (text) => history.replaceState(null, '', `#${text}`)],
  [
    'title',
    (text) => {
      document.title = text;
    },
  ],
  ['performance', (text) => performance.mark(text)],
  ['attribute of an element', (text) => document.body.setAttribute('data-a', text)],
  [
    'attribute of an element in a shadow root',
    (text) => {
      const host = document.body.appendChild(document.createElement('div'));
      const root = host.attachShadow({ mode: 'open' });
      root.appendChild(document.createElement('div')).setAttribute('data-a', text);
    },
  ],
  ['cache', async (text) => (await caches.open('a')).put(`/a?${text}`, new Response('a'))],
  [
    'IndexedDB',
    (text) =>
      new Promise((resolve) => {
        const opening = indexedDB.open('a');
        opening.onupgradeneeded = () => opening.result.createObjectStore('a').add({ text }, 1);
        opening.onsuccess = () => resolve(opening.result.close());
      }),
  ],
];

for (const [place, hide] of hidingPlaces) {
  test(`a number, a code and a token are found in: ${place} (R-26, A05)`, async ({
    page,
    context,
  }) => {
    await page.goto('/');
    expect(findSecrets(await tracesOf(context), secrets)).toEqual([]);
    await page.evaluate(hide, `138 0013-8000 ${CODE} ${TOKEN}`);
    const found = findSecrets(await tracesOf(context), secrets).join('\n');
    for (const kind of ['numbers', 'codes', 'tokens']) expect(found).toContain(`${kind} in `);
  });
}

test('a request may carry only what it is for (R-46, A05)', () => {
  const call = (operation: string, body: unknown, query = '', headers = {}) =>
    findMisdirected(
      [{ operation, method: 'POST', path: '/', query, headers, body, at: 0 }],
      secrets,
    );
  expect(call('sendSms', { phoneNumber: NUMBER })).toEqual([]);
  expect(call('bindPhone', { phoneNumber: NUMBER, passCode: CODE })).toEqual([]);
  expect(call('sendSms', { passCode: CODE })).toEqual(['codes in the body of sendSms']);
  expect(call('getProfile', { a: NUMBER })).toEqual(['numbers in the body of getProfile']);
  expect(call('bindPhone', { token: TOKEN })).toEqual(['tokens in the body of bindPhone']);
  expect(call('sendSms', {}, `?phone=%2B86${NUMBER}`)).toHaveLength(1);
  expect(call('sendSms', {}, '', { referer: `https://a.example/?${CODE}` })).toHaveLength(1);
});
