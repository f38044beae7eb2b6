import type { LoadCheck } from '../check';

export const termsFileInvalid: LoadCheck = {
  code: 'terms-file-invalid',
  severity: 'error',
  per: 'document',
  summary:
    'A terms file is not valid: it is not JSON in canonical form, a field is missing or wrong, its tier or version is not that of its path, or it is effective before it is announced.',
  rationale: 'partners agreed to the contents of this file, so every program must read it in the same way, forever',
  fix: 'Restore the file from version control. `gatewright seal` writes terms files; do not edit them.',
  details:
    'The canonical form is JSON with sorted keys, two spaces, LF and one newline at the end. CRLF, which Git may write, makes no difference.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'terms/paid/1.0.0.json': `{
  "announced": "2026-02-01",
  "effective": "2026-01-01",
  "terms": {
    "approval": "automatic"
  },
  "tier": "paid",
  "version": "1.0.0"
}
`,
      },
    },
    prefer: `kind: Tier
name: paid
`,
  },
};
