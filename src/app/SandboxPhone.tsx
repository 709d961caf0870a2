import { useQuery } from '@tanstack/react-query';
import { displayLocale } from '../i18n/catalogue.ts';
import type { OutboxMessage } from '../sandbox/index.ts';
import type { Session } from './signIn/session.ts';
import type { Words } from './words.ts';

export interface SandboxPhoneProps {
  appHost: string;
  session: Session;
  words: Words;
  locale: string;
}

/** The phone of the demonstration: shows the text messages that the sandbox sends to this account. */
export function SandboxPhone({ appHost, session, words, locale }: SandboxPhoneProps) {
  const { data: messages = [] } = useQuery({
    queryKey: ['sandbox', 'outbox'],
    queryFn: async ({ signal }): Promise<OutboxMessage[]> => {
      const authorization = await session.getAccessToken();
      // Without a token the sandbox shows everybody's.
      if (!authorization) return [];
      const headers = { authorization };
      const response = await fetch(new URL('/sandbox/outbox', appHost), { headers, signal });
      return response.json();
    },
    refetchInterval: 1_000,
  });
  const time = new Intl.DateTimeFormat(displayLocale(locale), { timeStyle: 'medium' });
  return (
    <aside className="app-phone" aria-label={words.yourPhone}>
      <h2>{words.yourPhone}</h2>
      <p>{words.phoneHint}</p>
      <div role="log">
        <ul>
          {messages.map((message) => (
            <li key={`${message.sentAt} ${message.to}`}>
              <span>
                {words.messageTo(message.to)} · {time.format(new Date(message.sentAt))}
              </span>
              <p>{message.text}</p>
            </li>
          ))}
        </ul>
      </div>
      {messages.length === 0 && <p>{words.noMessages}</p>}
      <p>{words.takenHint}</p>
      {session.startOver && (
        <button type="button" className="app-button" onClick={session.startOver}>
          {words.startOver}
        </button>
      )}
    </aside>
  );
}
