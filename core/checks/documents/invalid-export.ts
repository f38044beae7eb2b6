import type { LoadCheck } from '../check';

export const invalidExport: LoadCheck = {
  code: 'invalid-export',
  severity: 'error',
  per: 'document',
  summary: 'An export of `gatewright.catalog.ts` is neither a document nor a list of documents.',
  rationale: 'documents in it would be missing from the catalog',
  fix: 'Create documents with the `define…` functions, and export them or lists of them.',
  details:
    'The default export must be a document or a list of documents. Other exports may be anything, except maps that look like documents and promises; functions are reported only if the file exports no documents.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'gatewright.catalog.ts': `export const payments = { kind: 'Team', name: 'payments', title: 'Payments', email: 'payments@operator.example' };
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
