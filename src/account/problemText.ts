import type { Messages } from '../i18n/en.ts';
import { enProblems } from '../i18n/enProblems.ts';
import type { Problem } from './problem.ts';

/** A problem in words. */
export function problemText({ problem }: Messages, { kind, by = 0 }: Problem): string {
  const text = problem?.[kind] ?? enProblems[kind];
  return typeof text === 'function' ? text(by) : text;
}
