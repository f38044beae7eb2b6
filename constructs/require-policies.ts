import type { Api } from '../core/model';

/** Fields of `Api.policies`. */
export type PolicyField = keyof Api['policies'];

/** A policy that was given for a field of an API's policies, and the prop that takes it. */
export interface GivenPolicy {
  readonly field: PolicyField;
  readonly prop: string;
  readonly policy: { readonly name: string } | undefined;
}

/**
 * Requires the policies that an API names, and no others: without one, or with another one, a call would be let through that the
 * API's document refuses.
 *
 * @throws Error that names the prop and the edit to make
 */
export function requirePolicies(api: Api, given: readonly GivenPolicy[]): void {
  const named: Readonly<Record<string, string | undefined>> = api.policies;
  for (const { field, prop, policy } of given) {
    const name = named[field];
    if (name === policy?.name) continue;
    const wants = name === undefined ? `no ${field} policy` : `${field} policy '${name}'`;
    const got = policy === undefined ? 'none was given' : `'${policy.name}' was given`;
    const edit =
      name === undefined
        ? `leave ${prop} out, or name it in the api's policies.${field}`
        : `change ${prop} to what the api names`;
    throw new Error(`api '${api.name}' names ${wants}, and ${got}; ${edit}`);
  }
}
