import type { Category } from './block';
import { entriesWhere } from './find';

/** How the programme looks. */
export const branding: Category = {
  id: 'branding',
  title: 'Branding',
  blocks: [
    { name: 'Images / Logos', absent: 'page' },
    { name: 'Content', absent: 'page' },
    {
      name: 'Embeddable',
      write: '`image` in a badge of the Programme',
      find: (facts) => entriesWhere(facts, 'badges', ({ image }) => image !== undefined),
    },
    { name: 'Toolkit', absent: 'page' },
  ],
};
