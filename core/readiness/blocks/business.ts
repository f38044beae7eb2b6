import { having, where } from '../places';
import type { Category } from './block';
import { entriesWhere, priceItems } from './find';

/** How money flows. */
export const business: Category = {
  id: 'business',
  title: 'Business',
  blocks: [
    {
      name: 'Fees',
      write: 'an item of `type: fee` in `price` of a Tier',
      find: (facts) => priceItems(facts, ({ type }) => type === 'fee'),
    },
    {
      name: 'Discounts',
      write: 'an item of `type: discount` in `price` of a Tier or in `contract.deviations` of a Partner',
      find: (facts) => priceItems(facts, ({ type }) => type === 'discount'),
    },
    {
      name: 'Deals',
      write: '`partners` in a Tier, or `contract.deviations` in a Partner',
      *find({ catalog }) {
        yield* having(catalog.tiers, 'partners');
        yield* where(catalog.partners, ({ contract }) => contract.deviations !== undefined, ['contract', 'deviations']);
      },
    },
    {
      name: 'Funding',
      write: 'an item of `type: credit` in `contract.deviations` of a Partner',
      find: (facts) => priceItems(facts, ({ type }) => type === 'credit', ['contracts']),
    },
    {
      name: 'Grants',
      write: 'an item of `type: credit` with `source: grant` in `price` of a Tier',
      find: (facts) => priceItems(facts, (item) => item.type === 'credit' && item.source === 'grant'),
    },
    { name: 'Incubator', absent: 'people' },
    { name: 'Accelerator', absent: 'people' },
    {
      name: 'Resell',
      write: '`reseller` in a Partner, or `onBehalfOf` in an Application',
      *find({ catalog }) {
        yield* having(catalog.partners, 'reseller');
        yield* having(catalog.applications, 'onBehalfOf');
      },
    },
    {
      name: 'Affiliate',
      write: '`referral` in a Partner, or a feed with `source: referrals` in the Programme',
      *find(facts) {
        yield* having(facts.catalog.partners, 'referral');
        yield* entriesWhere(facts, 'feeds', ({ source }) => source === 'referrals');
      },
    },
  ],
};
