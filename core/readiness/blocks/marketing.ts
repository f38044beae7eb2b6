import type { Category } from './block';
import { representativeBlock } from './find';

/** What operator and partner publish together. */
export const marketing: Category = {
  id: 'marketing',
  title: 'Marketing',
  blocks: [
    { name: 'Co-Marketing', absent: 'people' },
    { name: 'Marketing Toolkit', absent: 'page' },
    { name: 'Go To Market Kits', absent: 'page' },
    representativeBlock('Representative', 'marketing'),
  ],
};
