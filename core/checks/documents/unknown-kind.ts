import type { LoadCheck } from '../check';

export const unknownKind: LoadCheck = {
  code: 'unknown-kind',
  severity: 'error',
  per: 'document',
  summary: 'A document has a kind that does not exist.',
  rationale: 'the document would have no effect',
  fix: 'Write one of the kinds that the message lists.',
  details: 'Kubernetes resources (`apiVersion`, `metadata`, `spec`) are not documents of a catalog.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'payments.yaml': `kind: Squad
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
