import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** Writes the page: `npx tsx scripts/themingPage.ts`. */
const PAGE = join(ROOT, 'docs/theming.md');

/** What every class in the markup is for; each is one part. */
const PARTS: Record<string, string> = {
  genauth: 'the root, a `section`; takes `className`',
  'genauth-title': 'the heading',
  'genauth-form': 'all parts of a form, or of a card',
  'genauth-field': 'label, control, hint and error; `data-invalid` while wrong',
  'genauth-label': 'label of a field',
  'genauth-control': 'the box of a field: around calling code and number, or the input itself',
  'genauth-input': 'an input: number, address or code',
  'genauth-phone': 'calling code and number',
  'genauth-number': 'room for the number',
  'genauth-country': 'button with the calling code; `aria-expanded` while the list is open',
  'genauth-chevron': 'its arrow',
  'genauth-code': 'the input for a code',
  'genauth-hint': 'hint at a field, or that a card may be out of date',
  'genauth-error': 'what is wrong with a field',
  'genauth-button':
    'every other button; `data-look`: `primary`, `secondary`, `plain`; `aria-disabled` while it waits, `aria-busy` while it works',
  'genauth-send': '“Send code” and the time to wait',
  'genauth-wait': 'the time to wait',
  'genauth-status': 'how far it has come; `data-bound` once it is done',
  'genauth-beside': '“Change number” beside the number that a code went to',
  'genauth-suggestion': '“Did you mean …?”',
  'genauth-alert': 'a problem of the whole form',
  'genauth-support': 'the line for support, the server’s own words',
  'genauth-help': '“Didn’t get the code?”, a `details`',
  'genauth-help-contact': 'the number to compare in it',
  'genauth-popup': 'the list of countries with its search',
  'genauth-search-line': 'the first line in it',
  'genauth-search': 'the search',
  'genauth-search-hint': 'what stands in the search while it is empty',
  'genauth-list': 'what scrolls in it',
  'genauth-room': 'room for the countries out of sight',
  'genauth-option': 'a country; `data-highlighted`, `aria-selected`, `aria-disabled`',
  'genauth-option-name': 'its name',
  'genauth-option-reason': 'why it cannot be chosen',
  'genauth-empty': 'that no country was found',
  'genauth-sheet-close': 'closes the list where that is as high as the screen',
  'genauth-countries-not-loaded': 'that the list could not be loaded',
  'genauth-contact': 'number or address on a card',
  'genauth-mark': '“Verified” or not; `data-verified` if so',
  'genauth-actions': 'the buttons of a card',
  'genauth-opened': 'a form that a card has opened',
  'genauth-step': 'one step of a change',
  'genauth-step-title': '“Step 1 of 2 …”',
  'genauth-text': 'a paragraph',
  'genauth-ways': 'the ways to sign in that remain',
  'genauth-skeleton': 'the place of what is being loaded',
};

/** Classes that say how something is shown, and name no part; and the name of an event. */
const OTHERS = ['genauth-visually-hidden', 'genauth-note', 'genauth-moved'];

const INTRO = `# Theming

<!-- Written by scripts/themingPage.ts; a test holds the two together, another one runs the examples. -->

The sheet of a page cannot change the widget by accident: no reset, no \`!important\`, no selector gets through, and
nothing comes in by inheritance. What it can change on purpose stands here.

## Custom properties

Set them on any element around the widget, or on the widget itself. They also reach into a shadow root, and so into
\`<genauth-account>\`.

\`\`\`css
:root {
  --genauth-accent: light-dark(#7a1fa2, #e1a6ff);
  --genauth-radius: 2px;
  --genauth-font: Georgia, serif;
}
\`\`\`

| Property | Default | For |
| --- | --- | --- |
`;

const SCHEME = `
Colours of both schemes are told by \`light-dark()\`; every pair of the defaults that is read on one another has the
contrast of WCAG AA. Text begins at the size that the person has set in the browser, never at the page's.

## Light, dark, or as the system

By default the system decides. A page that decides itself says so on any element around the widget, with \`light\` or
\`dark\`:

\`\`\`html
<div data-genauth-theme="dark"></div>
\`\`\`

Forced colours, more contrast and less motion are heeded without being asked for.

## Where it stands

\`className\` goes to the root. Margin, position, and its place in a grid or flexbox are the page's; it is as wide as its
place, up to \`--genauth-max-width\`. What is around or behind everything has its own properties above. What a page draws
over all that an element holds (opacity, a filter, an underline of its text) it also draws over a widget in there.

\`\`\`css
.genauth {
  margin-block-start: 40px;
}
\`\`\`

## Single parts

The sheet is one layer, \`genauth\`, in which every declaration is important: in the order of the cascade that is above all
that a page says without a layer. A layer inside it is above that in turn, and so this is how a page changes a part,
with \`!important\`:

\`\`\`css
@layer genauth.page {
  .genauth-title {
    font-size: 28px !important;
  }

  .genauth-button[data-look="primary"] {
    text-transform: uppercase !important;
  }
}
\`\`\`

A page that has important declarations in layers of its own names ours before them: \`@layer genauth, base, utilities;\`.

Inside \`<genauth-account>\` there are only the custom properties. These classes and their attributes stay as they are:

| Part | What it is |
| --- | --- |
`;

/** Every property that the sheet reads, as a row. */
function properties(): string {
  const css = readFileSync(join(ROOT, 'components/styles.css'), 'utf8');
  const found = css.matchAll(
    /\/\* (.*) \*\/\n\s+--_[a-z-]+: var\(\s*(--genauth-[a-z-]+),([^;]*?)\) !/g,
  );
  return [...found]
    .map(([, use, name, fallback = '']) => {
      const value = fallback.replace(/\s+/g, ' ').trim();
      return `| \`${name}\` | \`${value}\` | ${use} |\n`;
    })
    .join('');
}

/** The classes in the markup. */
export function classes(): string[] {
  const folder = join(ROOT, 'components');
  const sources = readdirSync(folder)
    .filter((file) => /\.tsx?$/.test(file) && !/test(ing)?\.tsx?$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const found = sources.join('\n').match(/(?<=['" ])genauth(-[a-z]+)*(?=['" ])/g) ?? [];
  return [...new Set(found)].filter((name) => !OTHERS.includes(name)).sort();
}

export const parts = Object.keys(PARTS);

export function themingPage(): string {
  const rows = Object.entries(PARTS).map(([name, what]) => `| \`.${name}\` | ${what} |\n`);
  return INTRO + properties() + SCHEME + rows.join('');
}

if (process.argv[1] === import.meta.filename) writeFileSync(PAGE, themingPage());
