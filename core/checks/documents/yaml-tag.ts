import type { LoadCheck } from '../check';

export const yamlTag: LoadCheck = {
  code: 'yaml-tag',
  severity: 'error',
  per: 'document',
  summary: 'A value has a YAML tag (`!…`).',
  rationale: 'documents need no tags, and a tag could change how the value is read',
  fix: 'Remove the tag, or quote the value if it starts with `!`.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'payments.yaml': `kind: Team
name: payments
title: !name Payments
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
