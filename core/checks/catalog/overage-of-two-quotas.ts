import { billedQuota, type Entry, type Tier, windowPath } from '../../model';
import { type DocumentCheck, type Found, found } from '../check';

export const overageOfTwoQuotas: DocumentCheck<'Tier', 'overage-of-two-quotas'> = {
  code: 'overage-of-two-quotas',
  severity: 'error',
  per: 'document',
  kinds: ['Tier'],
  summary: 'A tier bills calls beyond the quota, but has both a daily and a monthly quota.',
  rationale: 'a call may be beyond one quota and within the other, so it would be unclear whether it is billed',
  fix: 'Keep one of the two quotas.',
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: paid
quota: { day: 100000, month: 1000000 }
price:
  overage: bill
  items:
    calls: { type: calls, flat: 0.012 EUR }
`,
    prefer: {
      documents: `kind: Tier
name: paid
quota: { day: 100000 }
price:
  overage: bill
  items:
    calls: { type: calls, flat: 0.012 EUR }
`,
    },
  },
  *find(tier) {
    const reported = yield* quotasOf(tier, undefined);
    if (reported) return;
    const apis = new Set((tier.value.overrides ?? []).filter(({ quota }) => quota).map(({ api }) => api));
    for (const api of apis) yield* quotasOf(tier, api);
  },
};

function* quotasOf(tier: Entry<Tier>, api: string | undefined): Generator<Found, boolean> {
  const [first, second] = billedQuota(tier.value, api);
  if (!first || !second) return false;
  const subject = api === undefined ? `tier '${tier.name}'` : `tier '${tier.name}' on api '${api}'`;
  // The quota of an override, which adds to that of the tier.
  const at = [second, first].find(({ place }) => place.length > 0) ?? second;
  yield found(
    tier.at(windowPath(at)),
    `${subject} bills calls beyond the quota, but has a quota for a ${first.window} (${first.limit}) and one for a ${second.window} (${second.limit})`,
    'keep one of the two quotas',
  );
  return true;
}
