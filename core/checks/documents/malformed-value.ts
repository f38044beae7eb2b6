import type { LoadCheck } from '../check';

export const malformedValue: LoadCheck = {
  code: 'malformed-value',
  severity: 'error',
  per: 'document',
  summary: 'A text does not have the format of its field, such as a date, a name or a URL.',
  rationale: 'its meaning would be unclear, or the gateway would reject it',
  fix: 'Write the value in the format that the message describes.',
  details: 'Host names and ports of URLs must be valid; header names must have no other use in HTTP or at the gateway.',
  waivable: false,
  examples: {
    avoid: `kind: Team
name: payments
title: Payments
email: payments
`,
    prefer: `kind: Team
name: payments
title: Payments
email: payments@operator.example
`,
  },
};
