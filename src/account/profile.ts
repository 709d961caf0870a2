import type { User } from '../sdk/wire.ts';
import type { Account } from './AccountContext.ts';

/** Where the profile is kept in the query client. */
export const PROFILE_KEY = ['genauth', 'profile'] as const;

/** Reads the profile anew, into the cache. */
export async function readProfile(
  { client, queryClient }: Account,
  signal: AbortSignal,
): Promise<User> {
  // A read that is under way began before what was just done, and would be joined.
  await queryClient.cancelQueries({ queryKey: PROFILE_KEY });
  const { data } = await queryClient.fetchQuery({
    queryKey: PROFILE_KEY,
    queryFn: () => client.getProfile({}, { signal }),
    staleTime: 0,
    retry: false,
    networkMode: 'always',
  });
  return data;
}
