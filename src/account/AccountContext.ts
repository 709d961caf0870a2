import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Messages } from '../i18n/en.ts';
import type { AuthenticationClient } from '../sdk/authenticationClient.ts';

export interface Account {
  client: AuthenticationClient;
  queryClient: QueryClient;
  /** Tells one signed-in person from the next. */
  userKey: string | undefined;
  /** Whether codes may be sent and used in a page that another site frames. */
  allowFramed?: boolean | undefined;
  /** BCP 47, for names of countries and the like. */
  locale: string;
  /** Undefined until the language's catalogue has arrived. */
  messages: Messages | undefined;
}

export const AccountContext = createContext<Account | undefined>(undefined);

/** What the provider gives to everything inside it. */
export function useAccount(): Account {
  const account = useContext(AccountContext);
  if (!account) throw new Error('Put the widget inside <GenAuthProvider client={…}>.');
  return account;
}

/** The words; for components that are rendered only once the words are there. */
export function useMessages(): Messages {
  const { messages } = useAccount();
  if (!messages) throw new Error('Rendered before its messages: wrap it in <Widget>.');
  return messages;
}
