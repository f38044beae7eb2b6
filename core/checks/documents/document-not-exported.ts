import type { LoadCheck } from '../check';

const TEAM = "defineTeam({ name: 'payments', title: 'Payments', email: 'payments@operator.example' })";
export const documentNotExported: LoadCheck = {
  code: 'document-not-exported',
  severity: 'warning',
  per: 'document',
  summary: '`gatewright.catalog.ts` defines a document but does not export it.',
  rationale: 'only exported documents are part of the catalog, so this one has no effect',
  fix: 'Export the document, by itself or in a list.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'gatewright.catalog.ts': `import { defineTeam } from 'gatewright/model';\n\nconst payments = ${TEAM};\n`,
      },
    },
    prefer: {
      files: {
        'gatewright.catalog.ts': `import { defineTeam } from 'gatewright/model';\n\nexport const payments = ${TEAM};\n`,
      },
    },
  },
};
