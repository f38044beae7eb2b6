import { billsOverage } from '../../model';
import { type DocumentCheck, found } from '../check';

export const overageWithoutQuota: DocumentCheck<'Tier', 'overage-without-quota'> = {
  code: 'overage-without-quota',
  severity: 'error',
  per: 'document',
  kinds: ['Tier'],
  summary: 'A tier bills calls beyond the quota, but has no quota.',
  rationale: 'no call is beyond a quota that does not exist, so nothing would ever be billed as overage',
  fix: 'Add a `quota` to the tier or to an override for an API, or remove `overage: bill`.',
  waivable: false,
  examples: {
    avoid: {
      documents: `kind: Tier
name: paid
price:
  overage: bill
  items:
    calls: { type: calls, flat: 0.012 EUR }
`,
      without: ['quota'],
    },
    prefer: `kind: Tier
name: paid
quota: { day: 100000 }
price:
  overage: bill
  items:
    calls: { type: calls, flat: 0.012 EUR }
`,
  },
  *find(tier) {
    const { quota, overrides = [] } = tier.value;
    if (!billsOverage(tier.value) || quota || overrides.some((override) => override.quota)) return;
    yield found(
      tier.at(['price', 'overage']),
      `tier '${tier.name}' bills calls beyond the quota, but has no quota`,
      'add `quota`, or remove `overage: bill`',
    );
  },
};
