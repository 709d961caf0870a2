import type { ContactReading } from './contact.ts';

/** RFC 5321, section 4.5.3.1, for the whole and for what stands before the `@`. */
const MAX_LENGTH = 254;
const MAX_LOCAL = 64;

/** Finds the one address in what people type or paste: with spaces around it, as a link, or with a name beside it. */
export function readEmail(text: string): ContactReading {
  const unclear: ContactReading = { problem: { kind: 'notAnEmail' } };
  if (text.length > 2 * MAX_LENGTH) return unclear;
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  if (plain === '') return { problem: { kind: 'emailEmpty' } };
  // "Ada <ada@example.com>" is how mail programs copy an address.
  const address = /<([^<>]*)>$/.exec(plain)?.[1] ?? plain.replace(/^mailto:/i, '');
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  if (at < 1 || local.length > MAX_LOCAL || address.length > MAX_LENGTH) return unclear;
  if (/[\s"(),:;<>@[\\\]]/.test(local) || local.startsWith('.') || /\.\.|\.$/.test(local))
    return unclear;
  return isDomain(domain) ? { to: `${local}@${domain.toLowerCase()}` } : unclear;
}

// Letters of any script: an international name is the mail servers' to translate.
function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  return (
    labels.length > 1 &&
    labels.every((label) => /^[\p{L}\p{N}]([\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u.test(label))
  );
}
