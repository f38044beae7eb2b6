import { where } from '../places';
import type { Category } from './block';
import { channelBlock, representativeBlock } from './find';

/** Where partners get help. */
export const support: Category = {
  id: 'support',
  title: 'Support',
  blocks: [
    channelBlock('Email', 'email'),
    channelBlock('Phone', 'phone'),
    {
      name: 'Paid',
      write: '`support` and `price` in one Tier',
      find: ({ catalog }) =>
        where(catalog.tiers, ({ support, price }) => support !== undefined && price !== undefined, ['support']),
    },
    channelBlock('Ticketing', 'ticket'),
    representativeBlock('Representative', 'account-management'),
    representativeBlock('Executive Sponsor', 'executive-sponsor'),
    { name: 'FAQ', absent: 'page' },
    { name: 'Road Map Review', absent: 'people' },
    channelBlock('Community', 'community'),
  ],
};
