import type { Api } from '../core/model';

/** Fields of `Api.policies`. */
export type PolicyField = keyof Api['policies'];

/** The policy given for a field of `Api.policies`, and its prop. */
export interface GivenPolicy {
  readonly field: PolicyField;
  readonly prop: string;
  readonly policy: { readonly name: string } | undefined;
}

/**
 * Requires exactly the policies that an API names: a missing or different policy could allow calls that the API's document forbids.
 *
 * @throws Error that names the prop and the edit to make
 */
export function requirePolicies(api: Api, given: readonly GivenPolicy[]): void {
  const names: Readonly<Record<string, string | undefined>> = api.policies;
  for (const { field, prop, policy } of given) {
    const name = names[field];
    if (name === policy?.name) continue;
    if (name === undefined)
      throw new Error(
        `api '${api.name}' does not name any ${field} policy, but ${prop} is '${policy?.name}'; remove ${prop}, or name the policy in the api's policies.${field}`,
      );
    const found = policy === undefined ? 'is missing' : `is '${policy.name}'`;
    throw new Error(`api '${api.name}' names ${field} policy '${name}', but ${prop} ${found}; pass policy '${name}'`);
  }
}
