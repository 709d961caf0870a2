import { queryOptions } from '@tanstack/react-query';
import type { AuthenticationClient } from '../sdk/authenticationClient.ts';
import type { User } from '../sdk/wire.ts';
import type { Account } from './AccountContext.ts';

/** Where the profile is kept in the query client, and how it is read. */
export function profileQuery(client: AuthenticationClient, userKey?: string) {
  return queryOptions({
    queryKey: ['genauth', 'profile', userKey],
    // Other accounts that sign in to this one decide on what may be removed.
    queryFn: ({ signal }) => client.getProfile({ withIdentities: true }, { signal }),
    // Zero would take what was read before the clock was set back for fresh until the clock gets there again.
    staleTime: Number.NEGATIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  });
}

/** Reads the profile anew, into the cache. */
export async function readProfile(account: Account, signal: AbortSignal): Promise<User> {
  const query = profileQuery(account.client, account.userKey);
  const { queryClient } = account;
  // A read that is under way began before what was just done, and would be joined.
  await queryClient.cancelQueries({ queryKey: query.queryKey });
  const { data } = await queryClient.fetchQuery({
    ...query,
    queryFn: () => account.client.getProfile({ withIdentities: true }, { signal }),
  });
  return data;
}
