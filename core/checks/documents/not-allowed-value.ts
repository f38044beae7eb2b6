import type { LoadCheck } from '../check';

export const notAllowedValue: LoadCheck = {
  code: 'not-allowed-value',
  severity: 'error',
  per: 'document',
  summary: 'A value is not one of those that its field allows.',
  rationale: 'the value would have no meaning',
  fix: 'Write one of the allowed values, which the message lists.',
  waivable: false,
  examples: {
    avoid: `kind: Api
name: device-location
criticality: severe
`,
    prefer: `kind: Api
name: device-location
criticality: medium
`,
  },
};
