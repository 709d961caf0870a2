import { type FormEvent, useId } from 'react';
import type { Words } from './words.ts';

export interface TokenFormProps {
  words: Words;
  onToken: (token: string) => void;
}

/** Takes an access token for as long as the page lives: how the app is tried against a real tenant. */
export function TokenForm({ words, onToken }: TokenFormProps) {
  const id = useId();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const token = new FormData(event.currentTarget).get('token');
    if (typeof token === 'string' && token.trim()) onToken(token.trim());
  }

  return (
    <form className="app-card app-token" onSubmit={submit}>
      <h2>{words.signInTitle}</h2>
      <label htmlFor={id}>{words.accessToken}</label>
      <input
        id={id}
        name="token"
        type="password"
        autoComplete="off"
        required
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`}>{words.accessTokenHint}</p>
      <button type="submit">{words.signIn}</button>
    </form>
  );
}
