/** Text with every decimal digit in ASCII and without invisible characters, so that plain patterns can read it. */
export function toPlainText(text: string): string {
  // As it is after most keys.
  if (/^[ -~]*$/.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, toAsciiDigit);
}

/** Only the digits of a text, in ASCII. */
export function digitsOf(text: string): string {
  return toPlainText(text).replace(/\D/g, '');
}

// Every script has its ten digits in a row, from its zero on (Unicode, chapter 4.6), so the way back to where the row
// begins tells which it is; some rows touch.
function toAsciiDigit(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(codePoint - before - 1))) before++;
  return String(before % 10);
}
