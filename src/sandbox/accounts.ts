import type { User } from '../sdk/wire.ts';
import {
  bindContact,
  type Contact,
  type ContactKind,
  contactOf,
  unbindContact,
} from './contacts.ts';
import { randomHex } from './random.ts';

export interface Account {
  user: User;
  password: string | undefined;
}

/** The state that an account is to have: fields of the user record, and what is not in it. */
export interface AccountState extends Partial<Omit<User, 'userId' | 'createdAt' | 'updatedAt'>> {
  /** An access token for this account. */
  token?: string;
  /** `null`: the account has none. Default `Sandbox-1`. */
  password?: string | null;
}

export type Accounts = ReturnType<typeof createAccounts>;

/** The users of the pool, unique by phone, e-mail and username. */
export function createAccounts(now: () => number) {
  const accounts = new Set<Account>();

  const find = (matches: (account: Account) => boolean) => [...accounts].find(matches);
  const withUsername = (username: string) => find(({ user }) => user.username === username);
  const withContact = ({ kind, address }: Contact) =>
    find(({ user }) => contactOf(user, kind)?.address === address);

  /** Gives an account a state; throws on one that the pool could not have. */
  function change(account: Account, { token: _, password, ...rest }: AccountState): void {
    const given = Object.entries(rest).filter(([, value]) => value !== undefined);
    const state: AccountState = Object.fromEntries(given);
    const unknown = Object.keys(state).find((name) => !Object.hasOwn(account.user, name));
    if (unknown) throw new TypeError(`An account has no "${unknown}".`);
    const user = { ...account.user, ...structuredClone(state) };
    for (const kind of ['phone', 'email'] as const satisfies ContactKind[]) {
      if (state[kind] === undefined) continue;
      const contact = contactOf(user, kind);
      if (user[kind] && !contact) throw new TypeError(`"${user[kind]}" is no ${kind}.`);
      const owner = contact && withContact(contact);
      if (owner && owner !== account) throw new TypeError(`Another account has this ${kind}.`);
      if (contact) bindContact(user, contact);
      else unbindContact(user, kind);
    }
    const namesake = user.username ? withUsername(user.username) : undefined;
    if (namesake && namesake !== account) throw new TypeError('Another account has this username.');
    account.user = user;
    if (password !== undefined) account.password = password ?? undefined;
    accounts.add(account);
  }

  function create(state: AccountState): Account {
    const account = { user: newUser(new Date(now()).toISOString()), password: 'Sandbox-1' };
    change(account, state);
    return account;
  }

  const all = () => [...accounts];
  const remove = (account: Account) => accounts.delete(account);
  const withId = (userId: string) => find(({ user }) => user.userId === userId);
  return { create, change, remove, all, find, withId, withUsername, withContact };
}

/** A user record as a registration leaves it: what was never set is null (contract, section 3.2). */
function newUser(createdAt: string): User {
  return {
    userId: randomHex(24),
    createdAt,
    updatedAt: createdAt,
    status: 'Activated',
    workStatus: 'Active',
    gender: 'U',
    userSourceType: 'register',
    email: null,
    emailVerified: false,
    phone: null,
    phoneCountryCode: null,
    phoneVerified: false,
    username: null,
    name: null,
    nickname: null,
    photo: 'https://files.authing.co/authing-console/default-user-avatar.png',
    loginsCount: 0,
    lastLogin: null,
    lastIp: null,
    passwordLastSetAt: createdAt,
    resetPasswordOnNextLogin: false,
    departmentIds: [],
    identities: [],
    customData: {},
    externalId: null,
    birthdate: null,
    country: null,
    province: null,
    city: null,
    address: null,
    streetAddress: null,
    postalCode: null,
    company: null,
    identityNumber: null,
  };
}
