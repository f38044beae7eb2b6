import type { LoadCheck } from '../check';

export const unknownField: LoadCheck = {
  code: 'unknown-field',
  severity: 'error',
  per: 'document',
  summary: 'A document has a field that its kind does not have.',
  rationale: 'the field would have no effect, although somebody relies on it',
  fix: 'Correct the spelling or the indentation, or remove the field.',
  waivable: false,
  examples: {
    avoid: `kind: Team
name: payments
title: Payments
mail: payments@operator.example
`,
    prefer: `kind: Team
name: payments
title: Payments
email: payments@operator.example
`,
  },
};
