import type { LoadCheck } from '../check';

export const yamlKey: LoadCheck = {
  code: 'yaml-key',
  severity: 'error',
  per: 'document',
  summary: 'A key of a map is not a string.',
  rationale: 'JSON, which the schemas describe, has only strings as keys',
  fix: 'Quote the key, or write a string before the colon.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'payments.yaml': `kind: Team
name: payments
title: Payments
email: payments@operator.example
labels: { 2026: founded }
`,
      },
    },
    prefer: {
      files: {
        'payments.yaml': `kind: Team
name: payments
title: Payments
email: payments@operator.example
labels: { '2026': founded }
`,
      },
    },
  },
};
