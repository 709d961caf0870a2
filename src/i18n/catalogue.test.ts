import { describe, expect, it } from 'vitest';
import {
  catalogueOf,
  displayLocale,
  loadMessages,
  messagesNow,
  withOverrides,
} from './catalogue.ts';
import { en } from './en.ts';
import { enProblems } from './enProblems.ts';
import { zhCN } from './zhCN.ts';

describe('the catalogue of a locale', () => {
  it.each([
    ['zh', 'zh-CN'],
    ['zh-CN', 'zh-CN'],
    ['zh-Hans', 'zh-CN'],
    ['zh-Hans-SG', 'zh-CN'],
    ['zh-TW', 'en'],
    ['zh-Hant-HK', 'en'],
    ['en-GB', 'en'],
    ['de', 'en'],
    ['zha', 'en'],
    ['zh_CN', 'zh-CN'],
    ['en_US', 'en'],
    ['not a locale', 'en'],
    ['', 'en'],
  ])('"%s" is %s', (locale, catalogue) => expect(catalogueOf(locale)).toBe(catalogue));

  it.each([
    ['en-GB', 'en-GB'],
    ['de', 'en'],
    ['en_US', 'en-US'],
    ['en-US@posix', 'en-US'],
    ['zh-Hans-SG', 'zh-Hans-SG'],
    ['zh-TW', 'en'],
  ])('names countries for "%s" as "%s" does', (locale, display) => {
    expect(displayLocale(locale)).toBe(display);
  });

  it.each([
    ['de-AT', 'de', 'de-AT'],
    ['en', 'de', 'de'],
    ['fi', 'fil', 'fil'],
  ])('%s beside a host’s own words in %s: %s', (locale, language, display) => {
    expect(displayLocale(locale, language)).toBe(display);
  });

  it('is fetched once, and English is here from the start', async () => {
    expect(messagesNow('en-US')).toBe(en);
    expect(await loadMessages('zh-CN')).toBe(zhCN);
    expect(messagesNow('zh')).toBe(zhCN);
  });
});

it('F102 no message is empty or left in English', () => {
  const texts = (messages: object): [string, string][] =>
    Object.entries(messages).map(([key, message]) => [
      key,
      typeof message === 'function' ? message('7') : String(message),
    ]);
  for (const [english, chinese] of [
    [en, zhCN],
    [enProblems, zhCN.problem],
  ] as const) {
    const translated = new Map(texts(chinese));
    for (const [key, text] of texts(english)) {
      expect(text.trim(), key).not.toBe('');
      expect(translated.get(key), key).toMatch(/\p{Script=Han}/u);
    }
  }
});

it('replaces single messages and keeps the others', () => {
  const messages = withOverrides(zhCN, { sendCode: '获取', problem: { empty: '请填写' } });
  expect(messages.sendCode).toBe('获取');
  expect(messages.bindPhone).toBe(zhCN.bindPhone);
  expect(messages.problem?.empty).toBe('请填写');
  expect(messages.problem?.auth).toBe(zhCN.problem.auth);
});
