import type { LoadCheck } from '../check';

export const linkOutsideCatalog: LoadCheck = {
  code: 'link-outside-catalog',
  severity: 'error',
  per: 'document',
  summary: 'A symbolic link points to a file or folder outside the catalog.',
  rationale:
    'the catalog would depend on files that its reviewers do not see; a pull request could read any file of the machine',
  fix: 'Replace the link with the file itself.',
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
      commands: 'mv payments.yaml .. && ln -s ../payments.yaml payments.yaml',
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
