import type { LoadCheck } from '../check';

export const yamlNumber: LoadCheck = {
  code: 'yaml-number',
  severity: 'error',
  per: 'document',
  summary: 'A number is infinite, not a number, or has a decimal comma.',
  rationale: 'its value would be lost or changed',
  fix: 'Write a finite number with a decimal point.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'bronze.yaml': `kind: Tier
name: bronze
title: Bronze
status: draft
version: 1.0.0
limits: { second: .inf }
`,
      },
    },
    prefer: {
      files: {
        'bronze.yaml': `kind: Tier
name: bronze
title: Bronze
status: draft
version: 1.0.0
limits: { second: 50 }
`,
      },
    },
  },
};
