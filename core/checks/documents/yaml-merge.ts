import type { LoadCheck } from '../check';

export const yamlMerge: LoadCheck = {
  code: 'yaml-merge',
  severity: 'error',
  per: 'document',
  summary: 'A document uses the merge key `<<`, which is not part of YAML 1.2.',
  rationale: 'programs that read the file would disagree about its content',
  fix: 'Write the fields out, or use an alias for a whole value.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'payments.yaml': `kind: Team
name: payments
title: Payments
email: payments@operator.example
labels:
  <<: { area: money }
`,
      },
    },
    prefer: {
      files: {
        'payments.yaml': `kind: Team
name: payments
title: Payments
email: payments@operator.example
labels:
  area: money
`,
      },
    },
  },
};
