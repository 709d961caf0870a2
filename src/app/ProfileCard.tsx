import type { AuthenticationClient } from '../sdk/authenticationClient.ts';
import { useProfile } from './useProfile.ts';
import type { Words } from './words.ts';

export interface ProfileCardProps {
  client: AuthenticationClient;
  words: Words;
}

/** What the account knows of its person. */
export function ProfileCard({ client, words }: ProfileCardProps) {
  const { data, isError } = useProfile(client);
  const profile = data?.data;
  const phone = profile?.phone && `${profile.phoneCountryCode ?? '+86'} ${profile.phone}`;
  return (
    <dl className="app-profile" aria-busy={!profile && !isError}>
      <dt>{words.name}</dt>
      <dd>{profile?.name ?? '–'}</dd>
      <dt>{words.username}</dt>
      <dd>{profile?.username ?? '–'}</dd>
      <dt>{words.phone}</dt>
      <dd>{isError ? words.profileNotRead : (phone ?? (profile ? words.noPhone : '–'))}</dd>
      <dt>{words.email}</dt>
      <dd>
        {isError ? words.profileNotRead : (profile?.email ?? (profile ? words.noEmail : '–'))}
      </dd>
    </dl>
  );
}
