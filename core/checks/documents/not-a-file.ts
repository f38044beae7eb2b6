import type { LoadCheck } from '../check';

export const notAFile: LoadCheck = {
  code: 'not-a-file',
  severity: 'error',
  per: 'document',
  summary: 'The folder of the catalog contains a device, pipe or socket.',
  rationale: 'reading it could block or never end',
  fix: 'Remove it from the catalog.',
  waivable: false,
  examples: {
    avoid: { commands: 'mkfifo payments.yaml' },
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
