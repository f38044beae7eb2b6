import type { LoadCheck } from '../check';

export const wrongType: LoadCheck = {
  code: 'wrong-type',
  severity: 'error',
  per: 'document',
  summary: 'A value has another type than its field, such as a number instead of text.',
  rationale: 'its meaning would be unclear',
  fix: 'Write a value of the type that the message names; quote versions and dates that YAML reads as numbers.',
  waivable: false,
  examples: {
    avoid: `kind: Api
name: device-location
tiers: free
`,
    prefer: `kind: Api
name: device-location
tiers: [free]
`,
  },
};
