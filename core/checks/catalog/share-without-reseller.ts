import { partiesOf } from '../../model';
import { anyUnread } from '../../model/catalog/entries';
import { type Check, found } from '../check';
import { inEachPrice, isOfType } from './shared/price-lists';

export const shareWithoutReseller: Check<'share-without-reseller'> = {
  code: 'share-without-reseller',
  severity: 'warning',
  per: 'catalog',
  summary: 'A share is paid to or by a reseller, but nobody who uses the tier buys through one.',
  rationale: 'the share is never paid, because there is no reseller',
  fix: 'Name the `reseller` of the partners that buy through one, or make the share one of the partner.',
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
    yield* inEachPrice(catalog, function* ({ tier, partner, items }) {
      const users = subscriptions.filter(
        ({ value, application }) => value.tier === tier.name && (!partner || application.partner.name === partner.name),
      );
      const isResold = users.some(({ application }) => partiesOf(catalog.partners, application).resellers.length > 0);
      if (users.length === 0 || isResold) return;
      for (const item of items) {
        if (!isOfType(item, 'share')) continue;
        const field = (['payer', 'payee'] as const).find((one) => item.value[one] === 'reseller');
        if (!field) continue;
        yield found(
          item.at([field]),
          `${item.label} has a reseller as ${field}, but no partner that uses tier '${tier.name}' buys through one`,
          "add `reseller` to the partners that buy through one, or write 'partner' here",
        );
      }
    });
  },
};
