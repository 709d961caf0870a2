const MAX_CODE_POINTS = 200;

/**
 * A server string made safe to show: no control, bidi, zero-width, private or lone-surrogate characters,
 * at most four marks on one letter, at most 200 code points.
 */
export function cleanText(text: string): string {
  const head = text.slice(0, MAX_CODE_POINTS * 8);
  const clean = head
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim();
  return [...clean].slice(0, MAX_CODE_POINTS).join('');
}
