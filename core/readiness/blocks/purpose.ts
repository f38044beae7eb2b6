import { contract } from '../elements/commercial-framework';
import { consent } from '../elements/compliance-and-security';
import { limits } from '../elements/technical-layer';
import { having, where } from '../places';
import type { Category } from './block';

/** What a programme is for. */
export const purpose: Category = {
  id: 'purpose',
  title: 'Purpose',
  blocks: [
    {
      name: 'Increase Exposure',
      write: '`showcase: true` in a Partner',
      find: ({ catalog }) => where(catalog.partners, ({ showcase }) => showcase === true, ['showcase']),
    },
    {
      name: 'Increase Skills',
      write: '`evidence` in a Partner',
      find: ({ catalog }) => having(catalog.partners, 'evidence'),
    },
    {
      name: 'Increase Awareness',
      write: 'a UseCase',
      find: ({ catalog }) => where(catalog.useCases, ({ stage }) => stage !== 'ended'),
    },
    { name: 'Increase Sales', absent: 'calls' },
    {
      name: 'Drive Communications',
      write: '`changelog` in an Api',
      find: ({ catalog }) => having(catalog.apis, 'changelog'),
    },
    { name: 'Increase Collaboration', absent: 'people' },
    { name: 'Encourage Usage', absent: 'calls' },
    { name: 'Encourage Adoption', absent: 'report' },
    { name: 'Encourage Syndication', absent: 'export' },
    {
      name: 'Opportunity for Growth',
      write: 'a second tier in `tiers` of an Api',
      find: ({ catalog }) => where(catalog.apis, ({ tiers }) => tiers.length > 1, ['tiers']),
    },
    { name: 'Protect Users From Unwanted Behavior', criterion: consent },
    { name: 'Protect Platform From Unwanted Behavior', criterion: limits },
    { name: 'Strengthen Brand', absent: 'page' },
    {
      name: 'Increase Reciprocity',
      write: '`obligations` in a Partner',
      find: ({ catalog }) => having(catalog.partners, 'obligations'),
    },
    {
      name: 'Expand Network Reach',
      write: '`countries` in a Partner',
      find: ({ catalog }) => having(catalog.partners, 'countries'),
    },
    { name: 'Increase SEO', absent: 'portal' },
    { name: 'Standardize Engagements', criterion: contract },
  ],
};
