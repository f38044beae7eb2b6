import type { LoadCheck } from '../check';

export const unreadableFile: LoadCheck = {
  code: 'unreadable-file',
  severity: 'error',
  per: 'document',
  summary: 'A file or folder cannot be read, for example because of missing permissions.',
  rationale: 'its documents, and secrets in it, would be overlooked',
  fix: 'Correct its permissions, or remove it.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'payments.yaml': `kind: Team
name: payments
title: Payments
email: payments@operator.example
`,
      },
      commands: 'ln -s payments.yaml/billing.yaml billing.yaml',
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
