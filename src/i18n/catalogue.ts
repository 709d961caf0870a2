import { en, type MessageOverrides, type Messages } from './en.ts';

/** Languages other than English are chunks of their own. */
const LOADERS: Record<string, () => Promise<Messages>> = {
  'zh-CN': () => import('./zhCN.ts').then((module) => module.zhCN),
};

/** A locale as BCP 47 spells it; systems also say `en_US` and `en-US@posix`. */
export function canonical(locale: string): string {
  const spelled = locale.replace(/[@.].*/, '').replace(/_/g, '-');
  try {
    return new Intl.Locale(spelled).baseName;
  } catch {
    return 'en';
  }
}

/** The catalogue that serves a locale: `zh`, `zh-Hans-SG` and `zh-CN` are one, everything unknown is English. */
export function catalogueOf(locale: string): string {
  return /^zh\b(?!.*(hant|tw|hk|mo))/i.test(canonical(locale)) ? 'zh-CN' : 'en';
}

/** The locale for names and numbers beside words in a language: no German country names in an English form. */
export function displayLocale(locale: string, language = catalogueOf(locale)): string {
  const spelled = canonical(locale);
  const [ofLocale] = spelled.split('-');
  const [ofWords] = language.split('-');
  return ofLocale === ofWords ? spelled : language;
}

const loaded = new Map<string, Messages>([['en', en]]);

/** A catalogue, if it is here already: also as overrides that are a language in full. */
export function messagesNow(locale: string, overrides?: MessageOverrides): Messages | undefined {
  return (
    loaded.get(catalogueOf(locale)) ?? (overrides?.language ? (overrides as Messages) : undefined)
  );
}

/** Brings a catalogue here; one that cannot be had leaves English. */
export async function loadMessages(locale: string): Promise<Messages> {
  const name = catalogueOf(locale);
  const messages = await (LOADERS[name]?.() ?? Promise.resolve(en)).catch(() => en);
  loaded.set(name, messages);
  return messages;
}

/** A catalogue with single messages replaced. */
export function withOverrides(messages: Messages, overrides: MessageOverrides = {}): Messages {
  return {
    ...messages,
    ...overrides,
    problem: { ...messages.problem, ...overrides.problem },
  };
}
