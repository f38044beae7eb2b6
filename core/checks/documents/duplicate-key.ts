import type { LoadCheck } from '../check';

export const duplicateKey: LoadCheck = {
  code: 'duplicate-key',
  severity: 'error',
  per: 'document',
  summary: 'A key appears twice in one map.',
  rationale: 'only one of the two values could take effect, and nothing says which one',
  fix: 'Remove one of the two keys.',
  details:
    'If both `kind` and `name` are repeated, a second document starts there: write `---` on a line of its own before it.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'payments.yaml': `kind: Team
name: payments
title: Payments
title: Payment Operations
email: payments@operator.example
`,
      },
    },
    prefer: {
      files: {
        'payments.yaml': `kind: Team
name: payments
title: Payments
email: payments@operator.example
`,
      },
    },
  },
};
