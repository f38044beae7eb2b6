import type { LoadCheck } from '../check';

export const typescriptFailed: LoadCheck = {
  code: 'typescript-failed',
  severity: 'error',
  per: 'document',
  summary: '`gatewright.catalog.ts` cannot be run to its end.',
  rationale: 'its documents would be missing from the catalog',
  fix: 'Correct the error in the file.',
  details:
    'The file does not compile, throws an exception, ends its process, takes more than two minutes or too much memory, or writes to file descriptor 3, which returns its documents. Nothing that the file starts is waited for, but a promise or a timer that fails right after it has run is an error, too.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'gatewright.catalog.ts': `import { defineTem } from 'gatewright/model';

export const payments = defineTem({ name: 'payments', title: 'Payments', email: 'payments@operator.example' });
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
