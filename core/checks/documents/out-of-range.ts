import type { LoadCheck } from '../check';

export const outOfRange: LoadCheck = {
  code: 'out-of-range',
  severity: 'error',
  per: 'document',
  summary: 'A number is too small or too large for its field.',
  rationale: 'the gateway could not apply it',
  fix: 'Write a number in the range that the message names.',
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: free
limits: { second: 0 }
`,
    prefer: `kind: Tier
name: free
limits: { second: 1 }
`,
  },
};
