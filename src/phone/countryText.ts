import { toPlainText } from './digits.ts';

// Letters that Unicode does not take apart into a letter and an accent.
const LETTERS = new Map(
  'æae œoe øo ßss ðd đd þth łl ıi əe'.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)]),
);

/** Words without case, accents and punctuation: nothing that anyone should have to type. */
export function foldWords(text: string): string {
  return toPlainText(text.slice(0, 64))
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|['’‘ʻʼ`´.]/gu, '')
    .replace(/[^a-z]/g, (letter) => LETTERS.get(letter) ?? letter)
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();
}
