import { useIsMutating } from '@tanstack/react-query';
import { useState } from 'react';
import type { User } from '../sdk/wire.ts';
import { useAccount } from './AccountContext.ts';
import type { ContactKind } from './contact.ts';
import { contactsOfUser } from './contactsOfUser.ts';
import { ACTION_KEY } from './useAction.ts';

/** The contact of an account; as it was, while a form is busy: its own success must not take the form away. */
export function usePresentContact(kind: ContactKind, user: User | undefined): string | undefined {
  const { queryClient } = useAccount();
  const isBusy = useIsMutating({ mutationKey: ACTION_KEY }, queryClient) > 0;
  const contact = user && contactsOfUser[kind].of(user);
  const [present, setPresent] = useState(contact);
  if (!isBusy && present !== contact) setPresent(contact);
  return isBusy ? present : contact;
}
