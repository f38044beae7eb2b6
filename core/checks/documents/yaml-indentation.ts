import type { LoadCheck } from '../check';

export const yamlIndentation: LoadCheck = {
  code: 'yaml-indentation',
  severity: 'error',
  per: 'document',
  summary: 'A line is indented by a wrong number of columns, or with a tab.',
  rationale: 'its field could belong to several maps',
  fix: 'Indent the line as the message says; use spaces.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'payments.yaml': `kind: Team
 name: payments
title: Payments
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
