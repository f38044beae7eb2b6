import { developerContact, portal } from '../elements/documentation-and-portal';
import { having } from '../places';
import type { Category } from './block';

/** How a partner finds its way in. */
export const onBoarding: Category = {
  id: 'on-boarding',
  title: 'On-Boarding',
  blocks: [
    { name: 'Subdomain', criterion: portal },
    {
      name: 'Overview',
      write: '`description` in the Programme',
      find: ({ catalog }) => having(catalog.programmes, 'description'),
    },
    { name: 'Getting Started', absent: 'portal' },
    { name: 'Sign-Up Form', absent: 'portal' },
    { name: 'Contact Info', criterion: developerContact },
  ],
};
