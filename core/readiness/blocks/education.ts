import { having } from '../places';
import type { Category } from './block';
import { entriesWhere, requirementBlock } from './find';

/** What partners learn. */
export const education: Category = {
  id: 'education',
  title: 'Education',
  blocks: [
    { name: 'Guide', absent: 'page' },
    {
      name: 'Benefits',
      write: '`benefits` in a Tier or in a level of the Programme',
      *find(facts) {
        yield* having(facts.catalog.tiers, 'benefits');
        yield* entriesWhere(facts, 'levels', ({ benefits }) => benefits !== undefined);
      },
    },
    requirementBlock('Training', ['trained', 'training'], 'trained-staff'),
  ],
};
