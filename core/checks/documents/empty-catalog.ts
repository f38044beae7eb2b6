import type { LoadCheck } from '../check';

export const emptyCatalog: LoadCheck = {
  code: 'empty-catalog',
  severity: 'error',
  per: 'catalog',
  summary: 'The folder of the catalog contains no documents.',
  rationale: 'the output would be empty, and applying it would remove everything from the gateway',
  fix: 'Pass the folder that contains the catalog, or create its first documents with the command `init`.',
  waivable: false,
  examples: {
    avoid: { commands: 'rm -r *' },
    prefer: `kind: Team
name: payments
title: Payments
email: payments@operator.example
`,
  },
};
