import type { ServerProblemKind } from './problem.ts';

/** What to say when a problem is there again, straight after itself: the same words would not help again. */
export function escalate(
  kind: ServerProblemKind,
  previous: ServerProblemKind | undefined,
): ServerProblemKind {
  const again = AGAIN.get(kind);
  return again && (previous === kind || previous === again) ? again : kind;
}

const AGAIN: ReadonlyMap<ServerProblemKind, ServerProblemKind> = new Map([
  // Extensions that block a request leave the same trace as a network that is down.
  ['network', 'networkAgain'],
  // A code dies of wrong tries, often of the second, and the server goes on calling it wrong (contract, section 5.1).
  ['codeWrong', 'codeWrongAgain'],
] as const);

/** What to say when two codes were checked in one call: the answer does not tell which of them is meant. */
export function ofTwoCodes(kind: ServerProblemKind): ServerProblemKind {
  return TWO_CODES.get(kind) ?? kind;
}

const TWO_CODES: ReadonlyMap<ServerProblemKind, ServerProblemKind> = new Map([
  ['codeWrong', 'codesWrong'],
  ['codeWrongAgain', 'codesWrong'],
  ['codeExpired', 'codesExpired'],
] as const);
