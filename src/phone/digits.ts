// NFKC folds full-width and styled digits; these are the zeros of the scripts that it leaves alone.
const ZEROS = [...'٠۰०০੦૦୦௦౦೦൦๐໐༠၀០'].map((zero) => zero.codePointAt(0) ?? 0);

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

function toAsciiDigit(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => codePoint >= start && codePoint < start + 10);
  return zero === undefined ? digit : String(codePoint - zero);
}
