import type { Account } from '../accounts.ts';
import type { Pool } from '../pool.ts';

/** Dates the user record after a change. */
export function touch(pool: Pool, { user }: Account): void {
  user.updatedAt = new Date(pool.now()).toISOString();
}
