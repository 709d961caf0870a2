import { useProfile } from '../account/useProfile.ts';
import type { Words } from './words.ts';

/** What the account knows of its person, from the profile that the widget reads. */
export function ProfileCard({ words }: { words: Words }) {
  const { user: profile, hasFailed: isError } = useProfile();
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
