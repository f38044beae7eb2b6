import { having } from '../places';
import type { Category } from './block';

/** How the programme talks to partners. */
export const communications: Category = {
  id: 'communications',
  title: 'Communications',
  blocks: [
    { name: 'News', absent: 'page' },
    { name: 'Blog', absent: 'page' },
    { name: 'Newsletter', absent: 'portal' },
    { name: 'Webinars', absent: 'event' },
    { name: 'Videos', absent: 'page' },
    {
      name: 'Slack Channel',
      write: '`chat` in a Team',
      find: ({ catalog }) => having(catalog.teams, 'chat'),
    },
    { name: 'Twitter', absent: 'link' },
    { name: 'Facebook', absent: 'link' },
    { name: 'YouTube', absent: 'link' },
    { name: 'Instagram', absent: 'link' },
    { name: 'LinkedIn', absent: 'link' },
    { name: 'GitHub', absent: 'link' },
    { name: 'Interviews', absent: 'page' },
    { name: 'Case Studies', absent: 'page' },
    { name: 'Testimonials', absent: 'field' },
    { name: 'Office Hours', absent: 'event' },
  ],
};
