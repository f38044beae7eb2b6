import type { ApiEntry, Catalog, Entry, PolicyEntries } from '../catalog';
import type { Part } from './part';

/** The policy of each kind that holds on an API; its origins are the policy's document and the API's field that names it. */
export type EffectivePolicies = {
  readonly [Kind in keyof PolicyEntries]?: PolicyEntries[Kind] extends ReadonlyMap<string, infer E> ? Part<E> : never;
};

const FIELDS = ['token', 'rateLimit', 'mtls', 'consent', 'masking', 'audit', 'metrics', 'errors'] as const;

/** The policies of an API. It names one of each kind at most, so that there is nothing to combine. */
export function effectivePolicies(catalog: Catalog, api: ApiEntry): EffectivePolicies {
  const parts = FIELDS.flatMap((field) => {
    const name = api.value.policies[field];
    const policy: Entry<unknown> | undefined = name === undefined ? undefined : catalog.policies[field].get(name);
    return policy ? [[field, { value: policy, origins: [policy.at(), api.at(['policies', field])] }] as const] : [];
  });
  return Object.fromEntries(parts) as EffectivePolicies;
}
