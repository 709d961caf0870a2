import type { AuthenticationClientOptions } from '../../index.ts';
import type { SignInProblem } from './problem.ts';

export type SignInAgainReason =
  /** No token is good any more. */
  | 'sessionOver'
  /** The server takes the token, and wants to know once more who holds it. */
  | 'proofWanted';

export type SessionState =
  /** Asks the sign-in service, or is about to leave for it. */
  | { is: 'working' }
  | { is: 'signedOut'; problem?: SignInProblem | undefined }
  | {
      is: 'signedIn';
      userId: string;
      /** What the person typed is still here for as long as they do not. */
      signInAgain?: SignInAgainReason | undefined;
      isLeaving?: boolean;
      problem?: SignInProblem | undefined;
    };

/** Who is signed in, and the ways in and out. */
export interface Session {
  state(): SessionState;
  subscribe(listener: () => void): () => void;
  getAccessToken: AuthenticationClientOptions['getAccessToken'];
  /** Leaves for the sign-in service, which leads back to the present screen. */
  signIn?(): void;
  signOut?(): void;
  /** The server refused what `getAccessToken` gave, whatever it was. */
  expire?(): void;
  /** The server wants a proof that it is still the same person. Rejects: the proof is given on another page. */
  wantProof?(): Promise<void>;
  /** Leaves the account behind and starts a fresh one. */
  startOver?(): void;
}

/** A state that React can follow. */
export function createStateHolder(first: SessionState) {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    set(next: SessionState): void {
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
