import type { LoadCheck } from '../check';

export const nestedTooDeep: LoadCheck = {
  code: 'nested-too-deep',
  severity: 'error',
  per: 'document',
  summary: 'Values are nested more than 100 levels deep.',
  rationale: 'no document needs that, and reading it could exhaust the memory',
  fix: 'Remove the nesting.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'payments.yaml': `kind: Team
name: payments
title: ${'['.repeat(101)}${']'.repeat(101)}
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
