import type { LoadCheck } from '../check';

export const missingKind: LoadCheck = {
  code: 'missing-kind',
  severity: 'error',
  per: 'document',
  summary: 'A document has no `kind`, or is not a map.',
  rationale: 'its kind decides which fields it may have and what it does',
  fix: 'Add the kind. If the document is a list, make each item a document, separated by `---`.',
  details: 'The key must be in lower case: `kind`. OpenAPI files do not need one.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'payments.yaml': `name: payments
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
