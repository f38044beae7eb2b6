import type { LoadCheck } from '../check';

export const invalidEncoding: LoadCheck = {
  code: 'invalid-encoding',
  severity: 'error',
  per: 'document',
  summary: 'A file is not encoded in UTF-8.',
  rationale: 'its text could be read in several ways',
  fix: 'Save the file as UTF-8.',
  waivable: false,
  examples: {
    avoid: {
      commands: "printf 'kind: Team\\nname: cafe\\ntitle: Caf\\351\\nemail: cafe@operator.example\\n' > cafe.yaml",
    },
    prefer: {
      files: {
        'cafe.yaml': `kind: Team
name: cafe
title: Café
email: cafe@operator.example
`,
      },
    },
  },
};
