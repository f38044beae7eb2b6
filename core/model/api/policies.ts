import type { Catalog, Entry } from '../catalog/catalog';
import { type Api, POLICY_FIELDS, type PolicyKinds } from '../kinds';

/** The policies of an API, by their keys in `Api.policies`. Policies that an API may omit are optional. */
export type ApiPolicies = {
  readonly [Field in keyof Api['policies']]:
    | PolicyKinds[Field]
    | (undefined extends Api['policies'][Field] ? undefined : never);
};

/** The policy that an API refers to under a key; undefined if there is no reference or no such policy. */
export function policyOf<Key extends keyof PolicyKinds>(
  catalog: Catalog,
  api: Api,
  key: Key,
): Entry<PolicyKinds[Key]> | undefined {
  const name = api.policies[key];
  return name === undefined ? undefined : catalog.policies[key].get(name);
}

/**
 * All policies that an API refers to.
 *
 * @throws Error if one does not exist, which the checks report first
 */
export function policiesOf(catalog: Catalog, api: Api): ApiPolicies {
  const policies = POLICY_FIELDS.map((field) => {
    const name = api.policies[field];
    const policy = policyOf(catalog, api, field);
    if (policy || name === undefined) return [field, policy?.value] as const;
    throw new Error(`api '${api.name}' names ${field} policy '${name}', which does not exist; check the catalog first`);
  });
  return Object.fromEntries(policies) as unknown as ApiPolicies;
}
