import type { ApiEntry, Catalog, Complete, PolicyKinds } from '../../model';
import { originOf, POLICY_FIELDS, policyOf, withDefaults } from '../../model';
import { type Sourced, sourced } from '../sourced';

/**
 * The policy of each kind that applies to an API, with defaults filled in. Its origins are the policy's document and the field of the
 * API that names it.
 */
export type EffectivePolicies = {
  readonly [Key in keyof PolicyKinds]?: Sourced<Complete<PolicyKinds[Key]['kind']>>;
};

/** The policies of an API. An API names at most one of each kind, so none have to be merged. */
export function effectivePolicies(catalog: Catalog, api: ApiEntry): EffectivePolicies {
  const policies = POLICY_FIELDS.flatMap((field) => {
    const policy = policyOf(catalog, api.value, field);
    if (!policy) return [];
    const complete = withDefaults(policy.value.kind, policy.value);
    return [[field, sourced(complete, [originOf(policy), originOf(api, ['policies', field])])] as const];
  });
  return Object.freeze(Object.fromEntries(policies)) as EffectivePolicies;
}
