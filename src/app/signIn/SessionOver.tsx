import type { Words } from '../words.ts';
import type { SignInProblem } from './problem.ts';

export interface SessionOverProps {
  words: Words;
  problem: SignInProblem | undefined;
  /** The way out is already being taken. */
  isLeaving: boolean;
  onSignIn: () => void;
}

/** Above the form, which keeps what was typed for as long as the person wants to look at it. */
export function SessionOver({ words, problem, isLeaving, onSignIn }: SessionOverProps) {
  return (
    <div className="app-session-over" role="alert">
      <p>
        <strong>{words.sessionOver}</strong>{' '}
        {problem ? words.signInProblem[problem] : words.sessionOverHint}
      </p>
      <button
        type="button"
        className="app-button app-main-way"
        aria-busy={isLeaving}
        onClick={onSignIn}
      >
        {words.signInAgain}
      </button>
    </div>
  );
}
