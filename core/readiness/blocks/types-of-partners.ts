import type { Category } from './block';
import { partnerTypeBlock } from './find';

/** Who takes part. */
export const typesOfPartners: Category = {
  id: 'types-of-partners',
  title: 'Types of Partners',
  blocks: [
    partnerTypeBlock('Developer', 'developer'),
    partnerTypeBlock('Agency', 'agency'),
    partnerTypeBlock('Consulting', 'consulting'),
    partnerTypeBlock('Technology', 'technology'),
    partnerTypeBlock('Integration', 'integration'),
    partnerTypeBlock('Franchises', 'franchise'),
    partnerTypeBlock('Reseller', 'reseller'),
    partnerTypeBlock('Affiliates', 'affiliate'),
    partnerTypeBlock('White Label', 'white-label'),
    partnerTypeBlock('Academic', 'academic'),
    partnerTypeBlock('Non-Profit', 'non-profit'),
    partnerTypeBlock('Government', 'government'),
  ],
};
