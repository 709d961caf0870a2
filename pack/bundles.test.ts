import { afterAll, describe, expect, it } from 'vitest';
import { type Bundle, bundle } from './bundle.ts';
import { pack } from './packed.ts';

const packed = pack();
afterAll(packed.remove);

const BIND_PHONE = "export { BindPhone, GenAuthProvider } from 'genauth-account-widget';";
const ALL = "export * from 'genauth-account-widget';";
const LOCALE = "export { zhCN } from 'genauth-account-widget/locales/zh-CN';";

/** Words that only one part of the widgets has. */
const MARKS = {
  eMailFields: ['E-mail address', 'An address where you can read mail now'],
  eMailCalls: ['CHANNEL_BIND_EMAIL', 'newEmailPassCode'],
  change: ['New phone number', 'Code sent to your current number'],
  unbind: ['You can still sign in with:', 'Unbind phone'],
  presentCalls: ['newPhonePassCode', '.unbindPhone(', 'smsCodePayload', '.updatePhone('],
  cards: ['No phone is bound.', 'genauth-actions'],
  chinese: ['绑定手机号'],
  sandbox: ['/sandbox/outbox'],
};

function textOf({ chunks }: Bundle, names: Iterable<string>): string {
  return [...names].map((name) => chunks.get(name)?.code ?? '').join('\n');
}

function found(text: string, marks: readonly string[]): string[] {
  return marks.filter((mark) => text.includes(mark));
}

describe('a page that imports one widget', () => {
  it('has all the marks where it imports all widgets, so that they can be missed', async () => {
    const all = await bundle(packed, ALL);
    const text = textOf(all, all.chunks.keys());
    const { sandbox, ...ofPackage } = MARKS;
    expect(found(text, Object.values(ofPackage).flat())).toEqual(Object.values(ofPackage).flat());
    expect(found(text, sandbox)).toEqual([]);
  });

  it('carries no form and no call of e-mail, change or unbind, in no chunk', async () => {
    const one = await bundle(packed, BIND_PHONE);
    const { eMailFields, eMailCalls, change, unbind, presentCalls, cards } = MARKS;
    const names = [...one.chunks.keys()].filter((name) => !name.startsWith('zh-CN'));
    const text = textOf(one, names);
    expect(
      found(text, [eMailFields, eMailCalls, change, unbind, presentCalls, cards].flat()),
    ).toEqual([]);
    expect([...one.lazy.keys()]).not.toContain('emailFlow');
  });

  it('starts without what comes after the first gesture, and can fetch it', async () => {
    const { lazy, firstLoad, chunks } = await bundle(packed, BIND_PHONE);
    expect([...lazy.keys()].sort()).toEqual([
      'CountryPicker',
      'exchange',
      'formatDigits',
      'phoneFlow',
      'phonePlans',
      'zh-CN',
    ]);
    for (const name of firstLoad) expect(chunks.get(name)?.isDynamicEntry, name).toBe(false);
  });

  it('carries no second language, unless it asks for one to be there at once', async () => {
    const english = await bundle(packed, BIND_PHONE);
    expect(found(textOf(english, english.firstLoad), MARKS.chinese)).toEqual([]);
    const chinese = await bundle(packed, BIND_PHONE + LOCALE);
    expect(found(textOf(chinese, chinese.firstLoad), MARKS.chinese)).toEqual(MARKS.chinese);
    expect([...chinese.lazy.keys()]).not.toContain('zh-CN');
  });

  it('carries nothing of what it imports and does not use', async () => {
    const unused = await bundle(packed, "import 'genauth-account-widget';");
    expect(textOf(unused, unused.firstLoad).trim()).toBe('');
  });
});

describe('what ships, dependencies included (R-40)', () => {
  /** Ways from a text to markup or code, and styles that a strict policy forbids. */
  const SINKS =
    /\.(innerHTML|outerHTML|srcdoc)\s*=[^=]|\.insertAdjacentHTML\(|\bdocument\.write(ln)?\(|\beval\s*\(|\bnew Function\b|\bFunction\s*\(|\bset(Timeout|Interval)\s*\(\s*["'`]|setAttribute\(\s*["'`]style|dangerouslySetInnerHTML|createContextualFragment|DOMParser/;

  async function modulesWithSinks(withReact: boolean) {
    const react = "export { createRoot, hydrateRoot } from 'react-dom/client';";
    const { chunks } = await bundle(packed, ALL + LOCALE + (withReact ? react : ''), { withReact });
    const modules = [...chunks.values()].flatMap((chunk) => Object.entries(chunk.modules));
    expect(modules.length).toBeGreaterThan(30);
    return modules
      .filter(([, { code }]) => SINKS.test(withoutComments(code ?? '')))
      .map(([id]) => id.replace(/^.*node_modules\//, ''));
  }

  it('has no innerHTML, eval, new Function, timer with a text or style attribute', async () => {
    expect(await modulesWithSinks(false)).toEqual([]);
  });

  // For `dangerouslySetInnerHTML`, which nobody here writes; a browser that enforces Trusted Types with
  // `trusted-types 'none'` would refuse it, and the consumers run under that policy without a report.
  it('leaves React’s own as the only ones with React in the bundle', async () => {
    expect(await modulesWithSinks(true)).toEqual(['react-dom/cjs/react-dom-client.production.js']);
  });
});

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
