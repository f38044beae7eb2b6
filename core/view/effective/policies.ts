import type { ApiEntry, Catalog, Entry, PolicyKinds } from '../../model';
import { policyOf } from '../../model';
import type { Part } from './part';

/** The policy of each kind that holds on an API; its origins are the policy's document and the API's field that names it. */
export type EffectivePolicies = {
  readonly [Key in keyof PolicyKinds]?: Part<Entry<PolicyKinds[Key]>>;
};

const FIELDS = ['token', 'rateLimit', 'mtls', 'consent', 'masking', 'audit', 'metrics', 'errors'] as const;

/** The policies of an API. It names one of each kind at most, so that there is nothing to combine. */
export function effectivePolicies(catalog: Catalog, api: ApiEntry): EffectivePolicies {
  const parts = FIELDS.flatMap((field) => {
    const policy = policyOf(catalog, api.value, field);
    return policy ? [[field, { value: policy, origins: [policy.at(), api.at(['policies', field])] }] as const] : [];
  });
  return Object.fromEntries(parts) as EffectivePolicies;
}
