import type { LoadCheck } from '../check';

export const misplacedDocument: LoadCheck = {
  code: 'misplaced-document',
  severity: 'error',
  per: 'document',
  summary: 'A document is in a file that is not read, for example `.txt`, `.json` or a misspelt `.yaml`.',
  rationale: 'the document would silently be missing from the catalog',
  fix: 'Rename the file so that it ends with `.yaml` or `.yml`. JSON is valid YAML.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'payments.txt': `kind: Team
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
