import type { LoadCheck } from '../check';

export const invalidCharacter: LoadCheck = {
  code: 'invalid-character',
  severity: 'error',
  per: 'document',
  summary: 'A text contains a character that is invisible or invalid, as such or as an escape.',
  rationale: 'two texts that look the same would be different, and a reviewer could not see what is merged',
  fix: 'Remove the character, or write the visible one that was meant.',
  details:
    'By their Unicode properties, these are control, format and direction characters, fillers, variation selectors and tags, characters for private use, unassigned characters, and surrogates without their other half. They are allowed where a script or an emoji needs them: joiners in Persian or Hindi, families and flags, variants of Han characters. A space other than the usual one (U+00A0, U+3000) is allowed between two words, but not at the end of a text or next to another space. Descriptions in OpenAPI files may contain any characters.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'payments.yaml': `kind: Team
name: payments
title: "Pay\\u200bments"
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
