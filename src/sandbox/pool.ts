import { type AccountState, createAccounts } from './accounts.ts';
import { createOneTimeTokens } from './oneTimeTokens.ts';
import { createOutbox } from './outbox.ts';
import { createPasscodes } from './passcodes.ts';
import { createSessions, type ResolveToken } from './sessions.ts';
import { defaultSettings, mergeSettings, type Settings } from './settings.ts';

export type Pool = ReturnType<typeof createPool>;

/** Accounts that every sandbox starts with: one to sign in with, one whose contacts are taken. */
export const seeds: AccountState[] = [
  { username: 'demo', name: 'Demo', password: 'Sandbox-1' },
  {
    username: 'taken',
    name: 'Taken',
    password: 'Sandbox-1',
    phoneCountryCode: '+86',
    phone: '13900000000',
    email: 'taken@example.com',
  },
];

/** One user pool: all state that section 20.2 of the contract asks for. */
export function createPool(
  changes: Partial<Settings>,
  accountStates: AccountState[],
  now: () => number,
  resolveToken?: ResolveToken,
) {
  let settings = mergeSettings(defaultSettings, changes);
  const readSettings = () => settings;
  const accounts = createAccounts(now);
  const sessions = createSessions(accounts, readSettings, now, resolveToken);

  /** Gives the token's account, or a new one, the state; returns a token for it. */
  function prepareAccount(state: AccountState) {
    const known = state.token === undefined ? undefined : sessions.read(state.token)?.account;
    const account = known ?? accounts.create(state);
    if (known) accounts.change(known, state);
    const token = state.token ?? sessions.open(account);
    if (!known && state.token !== undefined) sessions.give(token, account);
    return { token, user: structuredClone(account.user) };
  }

  for (const state of [...seeds, ...accountStates]) prepareAccount(state);
  return {
    now,
    accounts,
    sessions,
    prepareAccount,
    outbox: createOutbox(),
    passcodes: createPasscodes(readSettings, now),
    oneTimeTokens: createOneTimeTokens(readSettings, now),
    get settings() {
      return settings;
    },
    changeSettings: (partial: Partial<Settings>) => {
      settings = mergeSettings(settings, partial);
    },
  };
}
