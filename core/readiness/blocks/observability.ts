import type { Category } from './block';

/** What is known about partners. */
export const observability: Category = {
  id: 'observability',
  title: 'Observability',
  blocks: [
    { name: 'Activity Reports', absent: 'report' },
    { name: 'Progress Reports', absent: 'report' },
    { name: 'Ranking', absent: 'report' },
    { name: 'Governance', absent: 'report' },
  ],
};
