import type { LoadCheck } from '../check';

export const unsupportedValue: LoadCheck = {
  code: 'unsupported-value',
  severity: 'error',
  per: 'document',
  summary:
    'A document from TypeScript contains a value that YAML cannot express, such as a function, a date or `undefined`.',
  rationale: 'the document would have no defined content',
  fix: 'Use text, numbers, `true`, `false`, `null`, lists and plain objects.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'gatewright.catalog.ts': `import { defineTeam } from 'gatewright/model';

export const payments = defineTeam({
  name: 'payments',
  title: 'Payments',
  email: 'payments@operator.example',
  labels: { since: new Date('2026-10-01') as never },
});
`,
      },
    },
    prefer: {
      files: {
        'gatewright.catalog.ts': `import { defineTeam } from 'gatewright/model';

export const payments = defineTeam({
  name: 'payments',
  title: 'Payments',
  email: 'payments@operator.example',
  labels: { since: '2026-10-01' },
});
`,
      },
    },
  },
};
