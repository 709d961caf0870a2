import type { Account } from './accounts.ts';
import type { Answer } from './answer.ts';
import type { Fields } from './fields.ts';
import type { Pool } from './pool.ts';
import { refusals } from './refusals.ts';
import type { Session } from './sessions.ts';

/** A request as an operation sees it. */
export interface Call {
  pool: Pool;
  session: Session | undefined;
  body: Fields;
  query: URLSearchParams;
  /** Values of the path's `:names`. */
  params: Fields;
  lang: string;
}

export type Operation = (call: Call) => Answer;

/** An operation that needs the signed-in user. */
export function signedIn(run: (call: Call, account: Account) => Answer): Operation {
  return (call) => {
    if (!call.session) return refusals.notSignedIn;
    const { account } = call.session;
    return account.user.status === 'Activated' ? run(call, account) : refusals.suspended;
  };
}
