import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  expiresAtMs: number;
}

/** Storage of the provider's sessions, codes and tokens: one process, gone when it ends. */
export function memoryAdapter(): AdapterFactory {
  const entries = new Map<string, Entry>();

  const live = (key: string) => {
    const entry = entries.get(key);
    if (entry && entry.expiresAtMs <= Date.now()) entries.delete(key);
    return entries.get(key)?.payload;
  };
  const forget = (matches: (entry: Entry, key: string) => boolean) => {
    for (const [key, entry] of entries) if (matches(entry, key)) entries.delete(key);
  };

  return (model): Adapter => {
    const keyOf = (id: string) => `${model}:${id}`;
    const findLive = (matches: (payload: AdapterPayload) => boolean) => {
      for (const key of entries.keys()) {
        const payload = key.startsWith(`${model}:`) ? live(key) : undefined;
        if (payload && matches(payload)) return payload;
      }
      return undefined;
    };
    return {
      async upsert(id, payload, expiresInSeconds) {
        forget((entry) => entry.expiresAtMs <= Date.now());
        const expiresAtMs = expiresInSeconds === undefined ? Infinity : Date.now() + expiresInSeconds * 1000;
        entries.set(keyOf(id), { payload, expiresAtMs });
      },
      find: async (id) => live(keyOf(id)),
      findByUid: async (uid) => findLive((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => findLive((payload) => payload.userCode === userCode),
      async consume(id) {
        const payload = live(keyOf(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void entries.delete(keyOf(id)),
      revokeByGrantId: async (grantId) => forget((entry) => entry.payload.grantId === grantId),
    };
  };
}
