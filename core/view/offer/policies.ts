import type { ApiEntry, Catalog, Complete, PolicyKinds } from '../../model';
import { originOf, POLICY_FIELDS, policyOf, withDefaults } from '../../model';
import { type Sourced, sourced } from '../sourced';

/**
 * The policy of each kind that holds on an API, with its defaults filled in; its origins are the policy's document and the API's
 * field that names it.
 */
export type EffectivePolicies = {
  readonly [Key in keyof PolicyKinds]?: Sourced<Complete<PolicyKinds[Key]['kind']>>;
};

/** The policies of an API. It names one of each kind at most, so that there is nothing to combine. */
export function effectivePolicies(catalog: Catalog, api: ApiEntry): EffectivePolicies {
  const policies = POLICY_FIELDS.flatMap((field) => {
    const policy = policyOf(catalog, api.value, field);
    if (!policy) return [];
    const complete = withDefaults(policy.value.kind, policy.value);
    return [[field, sourced(complete, [originOf(policy), originOf(api, ['policies', field])])] as const];
  });
  return Object.freeze(Object.fromEntries(policies)) as EffectivePolicies;
}
