import { zhCN } from '../../src/i18n/zhCN.ts';
import { CONSUMER_PORTS } from '../consumers/ports.ts';
import { test as base, chineseNumber, expect } from '../demo.ts';
import { createLife } from '../life.ts';
import { describeJourneys, type Target } from './journeys.ts';

const urlOf = (consumer: keyof typeof CONSUMER_PORTS) =>
  `http://127.0.0.1:${CONSUMER_PORTS[consumer]}`;

const vite = (consumer: 'react18' | 'react19', host: string): Omit<Target, 'name'> => ({
  url: urlOf(consumer),
  open: (page, view) => page.goto(`/?host=${host}&view=${view}`),
});

const targets: Target[] = [
  { name: 'Vite, React 19 (R-93)', ...vite('react19', 'plain') },
  { name: 'Vite, React 18.2 (R-93)', ...vite('react18', 'plain') },
  {
    name: 'a query client of the page, with hostile defaults',
    ...vite('react19', 'hostile-defaults'),
  },
  { name: 'two widgets on a page', ...vite('react19', 'two-widgets') },
  { name: 'two versions of TanStack Query on a page', ...vite('react19', 'two-versions') },
  {
    name: 'Next.js, in English (R-93)',
    url: urlOf('next'),
    open: (page, view) => page.goto(`/en/${view}`),
  },
  {
    name: 'Next.js, in Chinese (R-93)',
    url: urlOf('next'),
    words: zhCN,
    open: (page, view) => page.goto(`/zh-CN/${view}`),
  },
];

for (const target of targets) describeJourneys(target);

base.describe('what Next.js writes on the server (R-93)', () => {
  base.use({ baseURL: urlOf('next') });

  for (const [locale, heading, label] of [
    ['en', 'Bind phone', 'Phone number'],
    ['zh-CN', zhCN.bindPhone, zhCN.phoneNumber],
  ] as const)
    base(
      `is the whole form already, in ${locale}, and without an inline style`,
      async ({ request }) => {
        const html = await (await request.get(`/${locale}/bind-phone`)).text();
        const widget = html.slice(html.indexOf('<section'), html.indexOf('</section>'));
        expect(widget).toContain(heading);
        expect(widget).toContain(label);
        expect(widget).toContain('<input');
        expect(html).not.toMatch(/<style|\sstyle=/);
      },
    );

  base(
    'takes what was typed before its scripts had come',
    async ({ page, request, demo, baseURL }) => {
      const life = createLife(page, request, demo.account, baseURL ?? '');
      await life.account({ email: `early-${chineseNumber()}@example.com` });
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/_next/static/**/*.js', async (route) => {
        await held;
        await route.continue();
      });
      const number = chineseNumber();
      await page.goto('/en/bind-phone', { waitUntil: 'commit' });
      await demo.phoneField.pressSequentially(number);
      release();
      await page.waitForLoadState('load');
      await demo.sendButton.click();
      expect(await demo.codeFor(`+86${number}`)).not.toBe('');
      await demo.expectNumber(number);
    },
  );
});
