import { useQuery } from '@tanstack/react-query';
import { profileQuery } from '../account/profile.ts';
import type { AuthenticationClient } from '../sdk/authenticationClient.ts';

/** The profile, in the cache that the widget shares: on success it reads the profile anew. */
export function useProfile(client: AuthenticationClient) {
  return useQuery(profileQuery(client));
}
