import { having, where } from '../places';
import type { Category } from './block';

/** Where partners are seen. */
export const exposure: Category = {
  id: 'exposure',
  title: 'Exposure',
  blocks: [
    {
      name: 'Showcase',
      write: '`showcase: true` in a Partner',
      find: ({ catalog }) => where(catalog.partners, ({ showcase }) => showcase === true, ['showcase']),
    },
    { name: 'Directory', absent: 'portal' },
    {
      name: 'Integrations',
      write: '`category` in an Application',
      find: ({ catalog }) => having(catalog.applications, 'category'),
    },
    { name: 'Marketplace', absent: 'portal' },
  ],
};
