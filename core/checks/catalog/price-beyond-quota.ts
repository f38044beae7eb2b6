import type { Catalog, Entry, ItemOf, Tier } from '../../model';
import { anyUnread } from '../../model/catalog/entries';
import { type Check, type Found, found } from '../check';
import { monthlyQuota } from './shared/monthly-quota';
import { inEachPrice, isOfType, type WrittenItem } from './shared/price-lists';

export const priceBeyondQuota: Check<'price-beyond-quota'> = {
  code: 'price-beyond-quota',
  severity: 'warning',
  per: 'catalog',
  summary:
    'The included calls, a step or a package of a price exceed the number of calls that the quota permits in a month.',
  rationale: 'the calls that would be charged, or the cheaper step, can never be reached',
  fix: 'Raise the quota, write `overage: bill`, or lower the number.',
  details: `The quotas of all APIs that the item prices are added up, because each application may use each of them. If one of these
APIs has no quota, nothing is reported.`,
  waivable: true,
  examples: {
    avoid: {
      documents: `kind: Tier
name: paid
quota: { month: 50000 }
price:
  items:
    calls: { type: calls, apis: [sim-swap], flat: 0.012 EUR, included: 100000 }
    others: { type: calls, flat: 0.01 EUR }
`,
      without: ['quota.day'],
    },
    prefer: `kind: Tier
name: paid
quota: { month: 1000000 }
price:
  items:
    calls: { type: calls, apis: [sim-swap], flat: 0.012 EUR, included: 100000 }
    others: { type: calls, flat: 0.01 EUR }
`,
  },
  *find({ catalog }) {
    if (anyUnread(catalog, 'Api')) return;
    yield* inEachPrice(catalog, function* ({ tier, partner, items }) {
      for (const item of items) {
        // The items of the tier itself are the same for all partners.
        if (!isOfType(item, 'calls') || (partner && !item.deviates)) continue;
        yield* inItem(item, permittedCalls(catalog, tier, item.value));
      }
    });
  },
};

function* inItem(item: WrittenItem<ItemOf<'calls'>>, permitted: number): Iterable<Found> {
  const { included, graduated, volume, package: packaged } = item.value;
  const limit = `the quota permits ${permitted} calls in a month`;
  const hint = (field: string) => `raise the quota, write \`overage: bill\`, or lower \`${field}\``;
  if (included !== undefined && included >= permitted) {
    yield found(
      item.at(['included']),
      `${item.label} includes ${included} calls, but ${limit}, so none is ever charged`,
      hint('included'),
    );
  }
  for (const [field, steps] of [
    ['graduated', graduated],
    ['volume', volume],
  ] as const) {
    // 'price-steps-out-of-order' reports steps that are not in order.
    if (!isAscending(steps?.flatMap(({ upTo }) => upTo ?? []) ?? [])) continue;
    const index = steps?.slice(0, -1).findIndex(({ upTo }) => upTo !== undefined && upTo >= permitted) ?? -1;
    if (index < 0) continue;
    yield found(
      item.at([field, index, 'upTo']),
      `step ${index + 1} of ${item.label} ends at call ${steps?.[index]?.upTo}, but ${limit}, so no later step is ever reached`,
      hint('upTo'),
    );
  }
  if (packaged && packaged.calls > permitted) {
    yield found(
      item.at(['package', 'calls']),
      `a package of ${item.label} has ${packaged.calls} calls, but ${limit}, so it can never be used up`,
      hint('calls'),
    );
  }
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? number));
}

/** The most calls in a month that the quotas of a tier permit for the APIs that an item prices. */
function permittedCalls(catalog: Catalog, tier: Entry<Tier>, { apis, operations }: ItemOf<'calls'>): number {
  const listed =
    apis || operations ? new Set([...(apis ?? []), ...(operations ?? []).map(({ api }) => api)]) : undefined;
  const priced = [...catalog.apis.values()].filter(
    (api) => api.value.tiers.includes(tier.name) && (listed?.has(api.name) ?? true),
  );
  if (priced.length === 0) return Number.POSITIVE_INFINITY;
  return priced.map((api) => monthlyQuota(tier.value, api.name)).reduce((sum, quota) => sum + quota, 0);
}
