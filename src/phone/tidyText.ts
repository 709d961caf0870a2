import { toPlainText } from './digits.ts';
import { KEEP_ZERO } from './trunkPrefix.ts';

/** A calling code, or the name of a network that is nowhere else (RFC 3966, 5.1.5). */
const PHONE_CONTEXT = /;phone-context=(?:(\+[\d.()-]+)|[^;]*)/i;
/** `+44 (0)7911…` */
const BRACKETED_ZERO = /((?:\+|00)(\d{1,3})[\s).-]*)\(\s*0\s*\)/;
/** `13,912,345,678`, `06•12•34•56•78`; less are the thousands of an amount. */
const IN_GROUPS = /^(?=(?:\D*\d){10})\+?\d{1,4}([,•∙⋅~〜])\d{2,4}(?:\1\d{2,4})+$/;

/** A text as people and programs write numbers, in ASCII, and in the plainest of their ways. */
export function tidyText(text: string): string {
  const tidy = toPlainText(text)
    .trim()
    .replace(/^tel:/i, '')
    .replace(PHONE_CONTEXT, ' $1')
    // As links have them (RFC 3986, 2.1).
    .replace(/%20/g, ' ')
    .replace(/%2b/gi, '+')
    // A spreadsheet takes it for a number with a fraction.
    .replace(/^(\+?\d{7,})\.0$/, '$1')
    // "(+86)" and "++86" are how some address books write "+86".
    .replace(/\(\s*\+\s*(\d+)\s*\)/g, '+$1')
    .replace(/\+[\s+(]*(?:00\s*)?(?=\d)/g, '+')
    .replace(BRACKETED_ZERO, (all, before: string, code: string) =>
      KEEP_ZERO.has(code) ? all : before,
    );
  return IN_GROUPS.test(tidy) ? tidy.replace(/[^+\d]/g, '') : tidy;
}
