import type { LoadCheck } from '../check';

export const fileTooLarge: LoadCheck = {
  code: 'file-too-large',
  severity: 'error',
  per: 'document',
  summary: 'A file, or a document with its aliases expanded, is larger than any catalog needs.',
  rationale: 'checking it would take too much time and memory, and no one could review it',
  fix: 'Move some of its documents to other files. From an OpenAPI file, remove what no operation needs, such as examples.',
  details:
    'The limits are 4 MiB for a file with documents, 8 MiB for an OpenAPI file in YAML and 20 MiB for one in JSON. Files of any other type are searched for secrets up to 64 MiB.',
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
      commands: 'head -c 5000000 /dev/zero | tr "\\0" "#" >> payments.yaml',
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
