import type { Words } from '../words.ts';
import type { SignInProblem } from './problem.ts';

export interface SignInProps {
  words: Words;
  /** Where the person goes. */
  host: string;
  problem: SignInProblem | undefined;
  onSignIn: () => void;
}

/** What there is to see of the app before anyone is signed in. */
export function SignIn({ words, host, problem, onSignIn }: SignInProps) {
  return (
    <section className="app-card app-sign-in" aria-labelledby="sign-in">
      <h2 id="sign-in">{words.signInTitle}</h2>
      {problem && (
        <p className="app-problem" role="alert">
          {words.signInProblem[problem]}
        </p>
      )}
      <p>{words.signInHint(host)}</p>
      <button type="button" className="app-button app-main-way" onClick={onSignIn}>
        {words.signIn}
      </button>
    </section>
  );
}
