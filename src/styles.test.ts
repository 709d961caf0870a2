import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../components/styles.css', import.meta.url), 'utf8');
const withoutComments = css.replace(/\/\*[\s\S]*?\*\//g, '');
// Steps of an animation are no selectors, and cannot be important.
const rules = withoutComments.replace(/@keyframes \S+ \{\s*to \{[^}]*\}\s*\}/, '');

/** What stands before each `{`, and the declarations between braces. */
const selectors = [...rules.matchAll(/([^{};]+)\{/g)]
  .map(([, text = '']) => text.trim())
  .filter((text) => !text.startsWith('@'));
const declarations = [...rules.matchAll(/[{;]\s*(-{0,2}[a-z_][\w-]*\s*:[^{};]*)(?=;)/g)].map(
  ([, text = '']) => text.replace(/\s+/g, ' '),
);

describe('the style sheet', () => {
  it('names nothing outside of the widget (R-91)', () => {
    expect(selectors.length).toBeGreaterThan(80);
    for (const selector of selectors) {
      // Commas inside parentheses part no selectors.
      for (const one of selector.split(/,(?![^(]*\))/)) {
        expect(one.trim()).toMatch(/^\.genauth(?![\w])/);
      }
    }
    expect([...withoutComments.matchAll(/@keyframes (\S+)/g)].map(([, name]) => name)).toEqual([
      'genauth-turn',
    ]);
  });

  it('is one layer in which every declaration is important (R-90)', () => {
    expect(withoutComments.trim()).toMatch(/^@layer genauth \{/);
    expect(withoutComments).not.toMatch(/^(?!@layer|\}|$)\S/m);
    expect(declarations.length).toBeGreaterThan(300);
    expect(declarations.filter((one) => !one.endsWith(' !important'))).toEqual([]);
  });

  it('takes no measure from the page, and works as a constructable sheet (R-90, R-92)', () => {
    expect(withoutComments).not.toMatch(/\drem\b|@import|:root|:host|@property|url\(/);
  });

  it('declares none of the properties that a page sets', () => {
    expect(declarations.filter((one) => one.startsWith('--genauth-'))).toEqual([]);
  });
});

const colors = new Map(
  [...css.matchAll(/--genauth-([a-z-]+), light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, [light, dark]] as const,
  ),
);

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each(['light', 'dark'] as const)('in the %s', (scheme) => {
  const of = (name: string) => colors.get(name)?.[scheme === 'light' ? 0 : 1] ?? '';

  it.each([
    ['text', 'surface'],
    ['text', 'raised'],
    ['text', 'soft'],
    ['muted', 'surface'],
    ['muted', 'raised'],
    ['muted', 'soft'],
    ['accent', 'surface'],
    ['on-accent', 'accent'],
    ['danger', 'surface'],
    ['danger', 'danger-soft'],
    ['accent', 'danger-soft'],
    ['success', 'soft'],
  ])('%s on %s can be read: 4.5 to 1 (WCAG 1.4.3)', (text, behind) => {
    expect(contrast(of(text), of(behind))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['line', 'surface'],
    ['line', 'raised'],
    ['accent', 'raised'],
    ['danger', 'raised'],
  ])('%s on %s can be made out: 3 to 1 (WCAG 1.4.11)', (line, behind) => {
    expect(contrast(of(line), of(behind))).toBeGreaterThanOrEqual(3);
  });
});
