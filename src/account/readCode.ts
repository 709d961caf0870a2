import { toPlainText } from '../phone/digits.ts';
import type { CodeProblemKind } from './problem.ts';

const MIN_DIGITS = 4;
const MAX_DIGITS = 8;
/** Longer texts are not text messages. */
const MAX_TEXT = 500;

export type CodeReading =
  | { code: string; problem?: undefined }
  | { code?: undefined; problem: CodeProblemKind };

/** Finds the one code in what people type or paste, a whole text message included; two candidates are no code. */
export function readCode(text: string): CodeReading {
  if (text.length > MAX_TEXT) return { problem: 'codeUnclear' };
  const plain = toPlainText(text).trim();
  if (plain === '') return { problem: 'codeMissing' };
  // Spaces and hyphens inside a run are how messages group a code: "482-913".
  const runs = (plain.match(/\d+(?:[ ‐-―-]\d+)*/g) ?? []).map((run) => run.replace(/\D/g, ''));
  const codes = runs.filter(({ length }) => length >= MIN_DIGITS && length <= MAX_DIGITS);
  const [code] = codes;
  return code !== undefined && codes.length === 1 ? { code } : { problem: 'codeUnclear' };
}
