import type { LoadCheck } from '../check';

export const tooLong: LoadCheck = {
  code: 'too-long',
  severity: 'error',
  per: 'document',
  summary: 'A text, list or map is longer than its field allows.',
  rationale: 'the gateway or the systems behind it could not store it',
  fix: 'Shorten the value, or split it over several documents.',
  waivable: false,
  examples: {
    avoid: `kind: Team
name: payments
title: Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments Payments 
email: payments@operator.example
`,
    prefer: `kind: Team
name: payments
title: Payments
email: payments@operator.example
`,
  },
};
