import type { LoadCheck } from '../check';

export const missingField: LoadCheck = {
  code: 'missing-field',
  severity: 'error',
  per: 'document',
  summary: 'A document lacks a required field.',
  rationale: 'the document would be incomplete',
  fix: 'Add the field; the message shows an example.',
  waivable: false,
  examples: {
    avoid: `kind: Team
name: payments
title: Payments
`,
    prefer: `kind: Team
name: payments
title: Payments
email: payments@operator.example
`,
  },
};
