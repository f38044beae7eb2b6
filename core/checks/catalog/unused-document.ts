import { type Catalog, kindLabel, type PolicyKinds, policyKind } from '../../model';
import { anyUnread } from '../../model/catalog/entries';
import { type Check, type Found, warning } from './check';
import { apisByPolicy } from './shared/apis-by-policy';

/** Policies that protect somebody, by the key of `Api.policies`. Of the others, an API that needs one has to name it. */
const PROTECTING = ['mtls', 'consent', 'masking', 'rateLimit', 'audit'] as const satisfies (keyof PolicyKinds)[];

/** A policy that protects is named by an API, and a tier that is sold is offered by one: else neither holds for any call. */
export const unusedDocument: Check = {
  code: 'unused-document',
  *find({ catalog }) {
    // Whether one that cannot be read names it is not known.
    if (anyUnread(catalog, 'Api')) return;
    yield* policies(catalog);
    yield* tiers(catalog);
  },
};

function* policies(catalog: Catalog): Iterable<Found> {
  for (const field of PROTECTING) {
    const apis = apisByPolicy(catalog, field);
    // With a wrong name in an API nobody knows which policy was meant.
    if ([...apis.keys()].some((name) => !catalog.policies[field].has(name))) continue;
    for (const policy of catalog.policies[field].values()) {
      if (apis.has(policy.name)) continue;
      yield warning(
        policy.at(),
        `${kindLabel(policyKind(field))} '${policy.name}' holds for no call: no API names it`,
        `write \`${field}: ${policy.name}\` in the \`policies\` of an API, or take the policy out`,
      );
    }
  }
}

function* tiers(catalog: Catalog): Iterable<Found> {
  const offered = new Set([...catalog.apis.values()].flatMap((api) => api.value.tiers));
  if ([...offered].some((name) => !catalog.tiers.has(name))) return;
  for (const tier of catalog.tiers.values()) {
    if (tier.value.status !== 'active' || offered.has(tier.name)) continue;
    yield warning(
      tier.at(),
      `tier '${tier.name}' is active, and no API is offered at it`,
      'add it to the `tiers` of an API, or write `status: archived`',
    );
  }
}
