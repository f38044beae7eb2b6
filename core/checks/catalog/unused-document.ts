import { type Catalog, kindLabel, type PolicyKinds, policyKind } from '../../model';
import { anyUnread } from '../../model/catalog/entries';
import { type Check, type Found, found } from '../check';
import { apisByPolicy } from './shared/apis-by-policy';

/** Policies that protect something, by their key in `Api.policies`. An API that needs another one has to name it. */
const PROTECTING = ['mtls', 'consent', 'masking', 'rateLimit', 'audit'] as const satisfies (keyof PolicyKinds)[];

export const unusedDocument: Check<'unused-document'> = {
  code: 'unused-document',
  severity: 'warning',
  per: 'catalog',
  summary:
    'No API uses a policy that protects something (mTLS, consent, masking, rate limit, audit), or no API is offered at an active tier.',
  rationale: 'the protection or the offer seems to be in place, but does not apply to any call',
  fix: 'Name the policy or tier in an API, delete the policy, or archive the tier.',
  waivable: true,
  examples: {
    avoid: `kind: AuditPolicy
name: detailed-audit
title: Detailed audit
sink: http
fields: [partner, api, tier, status, latency]
`,
    prefer: `kind: AuditPolicy
name: detailed-audit
title: Detailed audit
sink: http
fields: [partner, api, tier, status, latency]
---
kind: Api
name: sim-swap
policies: { audit: detailed-audit }
`,
  },
  *find({ catalog }) {
    // An API that cannot be read may use any of them.
    if (anyUnread(catalog, 'Api')) return;
    yield* policies(catalog);
    yield* tiers(catalog);
  },
};

function* policies(catalog: Catalog): Iterable<Found> {
  for (const field of PROTECTING) {
    const apis = apisByPolicy(catalog, field);
    // An unknown name may have been meant as any of them.
    if ([...apis.keys()].some((name) => !catalog.policies[field].has(name))) continue;
    for (const policy of catalog.policies[field].values()) {
      if (apis.has(policy.name)) continue;
      yield found(
        policy.at(),
        `${kindLabel(policyKind(field))} '${policy.name}' is not used by any API`,
        `write \`${field}: ${policy.name}\` in the \`policies\` of an API, or delete the policy`,
      );
    }
  }
}

function* tiers(catalog: Catalog): Iterable<Found> {
  const offered = new Set([...catalog.apis.values()].flatMap((api) => api.value.tiers));
  if ([...offered].some((name) => !catalog.tiers.has(name))) return;
  for (const tier of catalog.tiers.values()) {
    if (tier.value.status !== 'active' || offered.has(tier.name)) continue;
    yield found(
      tier.at(),
      `tier '${tier.name}' is active, but no API is offered at it`,
      'add it to the `tiers` of an API, or write `status: archived`',
    );
  }
}
