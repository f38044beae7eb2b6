import type { Adapter, AdapterPayload } from 'oidc-provider';

/** The state of an issuer, in memory: pending requests of users, and the grants of tokens. */
export class Store {
  readonly #records = new Map<string, { readonly payload: AdapterPayload; readonly expiresAt: number }>();

  /** The adapter of the server library for one kind of record. */
  adapter(kind: string): Adapter {
    const keyOf = (id: string) => `${kind}:${id}`;
    const find = async (id: string) => {
      const record = this.#records.get(keyOf(id));
      return record && record.expiresAt > Date.now() ? record.payload : undefined;
    };
    const findBy = async (field: 'uid' | 'userCode', value: string) =>
      [...this.#records].find(([key, { payload }]) => key.startsWith(`${kind}:`) && payload[field] === value)?.[1]
        .payload;
    return {
      find,
      findByUid: (uid) => findBy('uid', uid),
      findByUserCode: (code) => findBy('userCode', code),
      upsert: async (id, payload, expiresIn) => {
        this.#deleteExpired();
        this.#records.set(keyOf(id), { payload, expiresAt: Date.now() + (expiresIn || 3600) * 1000 });
      },
      consume: async (id) => {
        const payload = await find(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => {
        this.#records.delete(keyOf(id));
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, { payload }] of this.#records) if (payload.grantId === grantId) this.#records.delete(key);
      },
    };
  }

  #deleteExpired(): void {
    const now = Date.now();
    for (const [key, { expiresAt }] of this.#records) {
      // Records are in insertion order, so those after the first valid one are newer.
      if (expiresAt > now) return;
      this.#records.delete(key);
    }
  }
}
