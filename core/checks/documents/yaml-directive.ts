import type { LoadCheck } from '../check';

export const yamlDirective: LoadCheck = {
  code: 'yaml-directive',
  severity: 'error',
  per: 'document',
  summary:
    'A YAML file has a directive (a line that starts with `%`) that is unknown or asks for another version than YAML 1.2.',
  rationale: 'the file would be read differently than its author expects',
  fix: 'Remove the line.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'payments.yaml': `%YAML 1.1
---
kind: Team
name: payments
title: Payments
email: payments@operator.example
`,
      },
    },
    prefer: {
      files: {
        'payments.yaml': `kind: Team
name: payments
title: Payments
email: payments@operator.example
`,
      },
    },
  },
};
