import { type Catalog, partiesOf } from '../../model';
import { anyUnread } from '../../model/catalog/entries';
import { type Check, found } from '../check';
import type { CheckInput } from '../input';
import { inEachPrice, isOfType } from './shared/price-lists';

export const shareWithoutReseller: Check<'share-without-reseller'> = {
  code: 'share-without-reseller',
  severity: 'warning',
  per: 'catalog',
  summary: 'A share is paid to or by a reseller, but no partner that uses the tier buys through one.',
  rationale: 'the share is never paid, because there is no reseller',
  fix: 'Name the `reseller` of the partners that buy through one, or write `partner` as the payer or payee.',
  details: 'A tier that no application uses is not checked.',
  waivable: true,
  examples: {
    avoid: `kind: Tier
name: paid
price:
  items:
    margin: { type: share, percent: 15%, feed: reseller-sales, payer: operator, payee: reseller }
`,
    prefer: `kind: Tier
name: paid
price:
  items:
    margin: { type: share, percent: 15%, feed: reseller-sales, payer: operator, payee: reseller }
---
kind: Partner
name: acme-bank # has a subscription to tier 'paid'
reseller: globex
`,
  },
  *find({ catalog, subscriptions }) {
    if (anyUnread(catalog, 'Partner') || anyUnread(catalog, 'Application')) return;
    const resold = resoldTiers(catalog, subscriptions);
    yield* inEachPrice(catalog, function* ({ tier, partner, items }) {
      if (resold.get(keyOf(tier.name, partner?.name)) !== false) return;
      for (const item of items) {
        // The items of the tier itself apply to every partner that uses it.
        if (!isOfType(item, 'share') || (partner && !item.deviates)) continue;
        const field = (['payer', 'payee'] as const).find((one) => item.value[one] === 'reseller');
        if (!field) continue;
        yield found(
          item.at([field]),
          `${item.label} has a reseller as ${field}, but ${partner ? 'the partner buys from the operator' : `no partner that uses tier '${tier.name}' buys through one`}`,
          `add \`reseller\` to ${partner ? 'the partner' : 'the partners that buy through one'}, or write 'partner' here`,
        );
      }
    });
  },
};

/** For each tier that is used, and each partner that uses it, whether any partner buys it through a reseller. */
function resoldTiers(catalog: Catalog, subscriptions: CheckInput['subscriptions']): ReadonlyMap<string, boolean> {
  const resold = new Map<string, boolean>();
  for (const { application, value } of subscriptions) {
    const isResold = partiesOf(catalog.partners, application).resellers.length > 0;
    for (const key of [keyOf(value.tier), keyOf(value.tier, application.partner.name)]) {
      resold.set(key, isResold || resold.get(key) === true);
    }
  }
  return resold;
}

function keyOf(tier: string, partner = '*'): string {
  return `${tier}/${partner}`;
}
