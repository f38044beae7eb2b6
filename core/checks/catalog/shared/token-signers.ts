import type { Algorithm, ApplicationEntry, Entry, TokenPolicy } from '../../../model';
import { policyOf, withDefaults } from '../../../model';
import type { CheckInput } from '../../input';

/** The policies for partner-signed tokens of the APIs that an application subscribes to, by environment. */
export function signerPolicies(
  { id }: ApplicationEntry,
  { catalog, subscriptionsOf }: CheckInput,
): ReadonlyMap<string, ReadonlySet<Entry<TokenPolicy>>> {
  const policies = new Map<string, Set<Entry<TokenPolicy>>>();
  for (const { api, environments } of subscriptionsOf(id)) {
    const policy = api && policyOf(catalog, api.value, 'token');
    if (policy?.value.signedBy !== 'partner') continue;
    for (const { name } of environments) {
      const known = policies.get(name);
      if (known) known.add(policy);
      else policies.set(name, new Set([policy]));
    }
  }
  return policies;
}

/** The algorithms that a token policy accepts. */
export function acceptedAlgorithms(policy: Entry<TokenPolicy>): readonly Algorithm[] {
  return withDefaults('TokenPolicy', policy.value).algorithms;
}
