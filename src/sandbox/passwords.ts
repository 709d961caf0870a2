/** Strength of a password on the pool's scale: 0 none, 1 low, 2 middle, 3 high (contract, section 7). */
export function strengthOf(password: string): number {
  if (password.length < 6) return 0;
  const kinds = [/\p{L}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  return Math.max(kinds, 1);
}

/** The level of a user record, which starts at 0 (contract, section 7). */
export function levelOf(password: string | undefined): number {
  return Math.max(strengthOf(password ?? '') - 1, 0);
}
