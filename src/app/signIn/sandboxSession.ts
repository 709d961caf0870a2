import { newSandboxToken, sandboxToken } from './sandboxAccount.ts';
import { createStateHolder, type Session } from './session.ts';

/** Signed in by itself, to this browser's own account in the sandbox. */
export function sandboxSession(): Session {
  const signedIn = (userId: string) => ({ is: 'signedIn', userId }) as const;
  let token = sandboxToken();
  const holder = createStateHolder(signedIn(token));
  return {
    state: holder.state,
    subscribe: holder.subscribe,
    getAccessToken: () => token,
    startOver() {
      token = newSandboxToken();
      holder.set(signedIn(token));
    },
  };
}
