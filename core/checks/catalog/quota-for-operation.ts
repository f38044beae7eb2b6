import { type DocumentCheck, found } from '../check';

export const quotaForOperation: DocumentCheck<'Tier', 'quota-for-operation'> = {
  code: 'quota-for-operation',
  severity: 'error',
  per: 'document',
  kinds: ['Tier'],
  summary: 'An override of a tier has a quota for a single operation.',
  rationale: 'quotas are counted for whole APIs, so this one would not be enforced',
  fix: 'Move the quota to an override without `operation`, or write `limits`.',
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: paid
overrides:
  - api: sim-swap
    operation: checkSimSwap
    quota: { month: 500000 }
`,
    prefer: `kind: Tier
name: paid
overrides:
  - api: sim-swap
    quota: { month: 500000 }
`,
  },
  *find(tier) {
    for (const [index, { api, operation, quota }] of (tier.value.overrides ?? []).entries()) {
      if (operation === undefined || !quota) continue;
      yield found(
        tier.at(['overrides', index, 'quota'], 'key'),
        `tier '${tier.name}' has a quota for operation '${operation}' of api '${api}', but a quota applies to a whole API`,
        'move it to an override without `operation`, or write `limits`',
      );
    }
  },
};
