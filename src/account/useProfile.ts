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
  /** Whether it is being read. */
  isReading: boolean;
  readAgain: () => void;
}

/** The signed-in user, read anew when the page is looked at again: another tab or device may have changed it. */
export function useProfile(): Profile {
  const { client, queryClient, userKey } = useAccount();
  const { data, isError, errorUpdateCount, isFetching, refetch } = useQuery(
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
  return {
    user: data?.data,
    // The query forgets its failure while it tries again; whoever waits has not.
    hasFailed: isError || (!data && errorUpdateCount > 0),
    isReading: isFetching,
    readAgain: () => void refetch(),
  };
}
