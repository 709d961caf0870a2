import { toPlainText } from '../phone/digits.ts';
import type { Problem } from './problem.ts';

const MIN_DIGITS = 4;
const MAX_DIGITS = 8;
/** What a message carries where the tenant does not say (contract, section 5.1). */
const USUAL_DIGITS = 6;
/** Longer texts are not text messages. */
const MAX_TEXT = 500;

export type CodeReading =
  | { code: string; problem?: undefined }
  | { code?: undefined; problem: Problem };

/**
 * Finds the one code in what people type or paste, a whole text message included; two candidates are no code.
 * Without a `length`, four to eight digits are taken from a hand, and six from a message.
 */
export function readCode(text: string, length?: number): CodeReading {
  const unclear = { problem: length ? ({ kind: 'codeLength', by: length } as const) : UNCLEAR };
  if (text.length > MAX_TEXT) return unclear;
  const plain = toPlainText(text).trim();
  if (plain === '') return { problem: { kind: 'codeMissing' } };
  const only = length ?? (isMessage(plain) ? USUAL_DIGITS : undefined);
  // Spaces and hyphens inside a run are how messages group a code: "482-913".
  const runs = (plain.match(/\d+(?:[ ‐-―-]\d+)*/g) ?? []).map((run) => run.replace(/\D/g, ''));
  const codes = runs.filter((run) =>
    only ? run.length === only : run.length >= MIN_DIGITS && run.length <= MAX_DIGITS,
  );
  const [code] = codes;
  return code !== undefined && codes.length === 1 ? { code } : unclear;
}

const UNCLEAR: Problem = { kind: 'codeUnclear' };

/** Whether a text is more than the code itself. */
export function isMessage(text: string): boolean {
  return /\p{L}/u.test(text);
}
