import { useQuery } from '@tanstack/react-query';
import type { AuthenticationClient } from '../sdk/authenticationClient.ts';

/** The profile, in the cache that the widget shares: on success it reads the profile anew. */
export function useProfile(client: AuthenticationClient) {
  return useQuery({
    queryKey: ['genauth', 'profile'],
    queryFn: ({ signal }) => client.getProfile({}, { signal }),
  });
}
