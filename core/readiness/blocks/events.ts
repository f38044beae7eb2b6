import type { Category } from './block';

/** Where people meet. */
export const events: Category = {
  id: 'events',
  title: 'Events',
  blocks: [
    { name: 'Speaking', absent: 'event' },
    { name: 'Sponsorship', absent: 'event' },
    { name: 'Exhibition', absent: 'event' },
  ],
};
