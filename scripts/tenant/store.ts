import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { TokenOwner } from '../../src/sandbox/index.ts';

/** What a provider remembers, by the names of its models. */
export type Remembered =
  | 'AccessToken'
  | 'RefreshToken'
  | 'AuthorizationCode'
  | 'Session'
  | 'Grant'
  | 'Interaction';

export type Store = ReturnType<typeof createStore>;

/** The provider's memory, for as long as the process lives. */
export function createStore() {
  const models = new Map<string, Map<string, AdapterPayload>>();

  function modelOf(name: string): Map<string, AdapterPayload> {
    const model = models.get(name) ?? new Map<string, AdapterPayload>();
    models.set(name, model);
    return model;
  }

  function adapter(name: string): Adapter {
    const entries = modelOf(name);
    const findWhere = async (matches: (payload: AdapterPayload) => boolean) =>
      [...entries.values()].find(matches);
    return {
      upsert: async (id, payload) => void entries.set(id, payload),
      find: async (id) => entries.get(id),
      findByUid: (uid) => findWhere((payload) => payload.uid === uid),
      findByUserCode: (userCode) => findWhere((payload) => payload.userCode === userCode),
      consume: async (id) => {
        const payload = entries.get(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void entries.delete(id),
      revokeByGrantId: async (grantId) => {
        for (const [id, payload] of entries) if (payload.grantId === grantId) entries.delete(id);
      },
    };
  }

  /** Whose an access token is; its text is the name that it is kept under. */
  function ownerOf(token: string): TokenOwner | undefined {
    const { accountId, scope, exp = 0 } = modelOf('AccessToken').get(token) ?? {};
    if (accountId === undefined || exp * 1000 <= Date.now()) return undefined;
    return { userId: accountId, ...(scope !== undefined && { scope }) };
  }

  function forget(...names: Remembered[]): void {
    for (const name of names) modelOf(name).clear();
  }

  return { adapter, ownerOf, forget };
}
