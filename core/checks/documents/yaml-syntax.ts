import type { LoadCheck } from '../check';

export const yamlSyntax: LoadCheck = {
  code: 'yaml-syntax',
  severity: 'error',
  per: 'document',
  summary: 'A YAML file has a syntax error, such as a missing quote, bracket, comma or colon.',
  rationale: 'what follows would be misread',
  fix: 'Correct the syntax at the position of the finding.',
  details: 'Only the first such error of a document is reported, because the rest may be its consequence.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'payments.yaml': `kind: Team
name: payments
title: "Payments
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
