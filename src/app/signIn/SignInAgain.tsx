import type { Words } from '../words.ts';
import type { SignInProblem } from './problem.ts';
import type { SignInAgainReason } from './session.ts';

export interface SignInAgainProps {
  words: Words;
  reason: SignInAgainReason;
  problem: SignInProblem | undefined;
  /** The way out is already being taken. */
  isLeaving: boolean;
  onSignIn: () => void;
}

/** Above the form, which keeps what was typed for as long as the person wants to look at it. */
export function SignInAgain({ words, reason, problem, isLeaving, onSignIn }: SignInAgainProps) {
  return (
    <div className="app-sign-in-again" role="alert">
      <p>
        <strong>{words.signInAgainReason[reason]}</strong>{' '}
        {problem ? words.signInProblem[problem] : words.signInAgainHint}
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
