import type { Category } from './block';
import { entriesWhere, requirementBlock } from './find';

/** What is asked of partners. */
export const requirements: Category = {
  id: 'requirements',
  title: 'Requirements',
  blocks: [
    requirementBlock('Plan', ['plan'], 'business-plan'),
    { name: 'Dedicated Human Resources', absent: 'field' },
    requirementBlock('Dedicated Training Resources', ['trained', 'training'], 'trained-staff'),
    requirementBlock('Managed Service Offering', ['managed'], 'managed-service'),
    { name: 'Lead Requirements', absent: 'field' },
    {
      name: 'Revenue Requirements',
      write: '`thresholds.revenue` in a level of the Programme',
      find: (facts) => entriesWhere(facts, 'levels', ({ thresholds }) => thresholds?.revenue !== undefined),
    },
  ],
};
