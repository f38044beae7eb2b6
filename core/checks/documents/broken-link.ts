import type { LoadCheck } from '../check';

export const brokenLink: LoadCheck = {
  code: 'broken-link',
  severity: 'error',
  per: 'document',
  summary: 'A symbolic link points to a file that does not exist, or to itself.',
  rationale:
    'the documents behind it would silently leave the catalog, and with them everything that they put on the gateway',
  fix: 'Remove the link, or restore its target.',
  waivable: false,
  examples: {
    avoid: { commands: 'ln -s payment-team.yaml payments.yaml' },
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
