import type { SecurityInfo, User } from '../sdk/wire.ts';
import type { ContactKind } from './contact.ts';
import { contactsOfUser } from './contactsOfUser.ts';

/** A way to sign in that an account has. */
export type SignInWay =
  | { kind: 'contact'; masked: string }
  | { kind: 'identity'; provider: string }
  | { kind: 'password' };

/** The ways to sign in that are left without one contact; the server's own count may be stricter (contract, section 9.6). */
export function waysWithout(
  gone: ContactKind,
  user: User,
  security: SecurityInfo | undefined,
): SignInWay[] {
  const contacts = Object.entries(contactsOfUser)
    .filter(([kind]) => kind !== gone)
    .flatMap(([, { of, masked }]) => {
      const to = of(user);
      return to ? [{ kind: 'contact', masked: masked(to) } as const] : [];
    });
  const identities = (user.identities ?? []).map(
    ({ provider }) => ({ kind: 'identity', provider }) as const,
  );
  // A password alone is not a way: it needs a name to go with it.
  const hasPassword = security?.passwordSet === true && Boolean(user.username);
  return [...contacts, ...identities, ...(hasPassword ? [{ kind: 'password' } as const] : [])];
}
