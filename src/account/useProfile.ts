import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { User } from '../sdk/wire.ts';
import { useAccount } from './AccountContext.ts';
import { profileQuery } from './profile.ts';

export interface Profile {
  /** Missing until it was read once; kept when it cannot be read anew. */
  user: User | undefined;
  /** Whether the last try to read it failed. */
  hasFailed: boolean;
  readAgain: () => void;
}

/** The signed-in user, read anew when the page is looked at again: another tab or device may have changed it. */
export function useProfile(): Profile {
  const { client, queryClient, userKey } = useAccount();
  const { data, isError, refetch } = useQuery(
    {
      ...profileQuery(client, userKey),
      // Said in full, because a host may pass its own client with other defaults.
      refetchOnWindowFocus: 'always',
      refetchOnReconnect: true,
      refetchOnMount: true,
      throwOnError: false,
    },
    queryClient,
  );
  // Two windows side by side are both visible all the time.
  useEffect(() => {
    const lookAgain = () => void refetch({ cancelRefetch: false });
    addEventListener('focus', lookAgain);
    return () => removeEventListener('focus', lookAgain);
  }, [refetch]);
  return { user: data?.data, hasFailed: isError, readAgain: () => void refetch() };
}
