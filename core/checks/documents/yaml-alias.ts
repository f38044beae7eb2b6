import type { LoadCheck } from '../check';

export const yamlAlias: LoadCheck = {
  code: 'yaml-alias',
  severity: 'error',
  per: 'document',
  summary: 'An alias or an anchor is invalid, for example an alias without its anchor.',
  rationale: 'the value would be unknown',
  fix: 'Write the value out, or add the anchor. Quote a text that starts with `*` or `&`.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'payments.yaml': `kind: Team
name: payments
title: Payments
email: *operations
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
