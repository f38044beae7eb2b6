import type { LoadCheck } from '../check';

export const tooShort: LoadCheck = {
  code: 'too-short',
  severity: 'error',
  per: 'document',
  summary: 'A text, list or map is shorter than its field allows, for example empty.',
  rationale: 'without content the field has no meaning',
  fix: 'Add what is missing, or remove the field if it is optional.',
  waivable: false,
  examples: {
    avoid: `kind: Api
name: device-location
tiers: []
`,
    prefer: `kind: Api
name: device-location
tiers: [free, paid]
`,
  },
};
