import type { LoadCheck } from '../check';

export const misplacedTypescript: LoadCheck = {
  code: 'misplaced-typescript',
  severity: 'error',
  per: 'document',
  summary: 'A file has the name `gatewright.catalog` but another ending than `.ts`, or is in a subfolder.',
  rationale: 'the file is not run, so its documents would be missing from the catalog',
  fix: 'Define documents in `gatewright.catalog.ts` in the folder of the catalog, and export those of other files from there.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'teams/gatewright.catalog.ts': `import { defineTeam } from 'gatewright/model';

export const payments = defineTeam({ name: 'payments', title: 'Payments', email: 'payments@operator.example' });
`,
      },
    },
    prefer: {
      files: {
        'gatewright.catalog.ts': `import { defineTeam } from 'gatewright/model';

export const payments = defineTeam({ name: 'payments', title: 'Payments', email: 'payments@operator.example' });
`,
      },
    },
  },
};
