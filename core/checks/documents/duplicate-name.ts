import type { LoadCheck } from '../check';

export const duplicateName: LoadCheck = {
  code: 'duplicate-name',
  severity: 'error',
  per: 'catalog',
  summary: 'Two documents of one kind have the same name.',
  rationale: 'a reference to that name would be ambiguous',
  fix: 'Rename or remove one of the documents.',
  details: 'Applications of different partners may have the same name.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'billing.yaml': `kind: Team
name: payments
title: Billing
email: payments@operator.example
`,
        'payments.yaml': `kind: Team
name: payments
title: Payments
email: payments@operator.example
`,
      },
    },
    prefer: {
      files: {
        'billing.yaml': `kind: Team
name: billing
title: Billing
email: billing@operator.example
`,
        'payments.yaml': `kind: Team
name: payments
title: Payments
email: payments@operator.example
`,
      },
    },
  },
};
