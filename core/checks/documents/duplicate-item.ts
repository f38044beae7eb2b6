import type { LoadCheck } from '../check';

export const duplicateItem: LoadCheck = {
  code: 'duplicate-item',
  severity: 'error',
  per: 'document',
  summary: 'An item appears twice in a list.',
  rationale: 'the second item has no effect; usually another one was meant',
  fix: 'Remove one of the two, or correct it.',
  waivable: false,
  examples: {
    avoid: `kind: Api
name: device-location
tiers: [free, paid, paid]
`,
    prefer: `kind: Api
name: device-location
tiers: [free, paid]
`,
  },
};
