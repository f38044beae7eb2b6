import type { Check } from '../check';
import { operationProblems } from './shared/operation-problems';

export const unknownOpenapiKey: Check<'unknown-openapi-key'> = {
  code: 'unknown-openapi-key',
  severity: 'warning',
  per: 'catalog',
  summary: 'An exposed operation or its path has a key that OpenAPI does not define there.',
  rationale: 'the key has no effect, so what it was meant to say is lost',
  fix: 'Remove the key, or begin its name with `x-` if it is an extension.',
  details:
    'A key that may be meant to decide what a call needs is an error: [`invalid-operation`](#invalid-operation) or [`invalid-openapi-file`](#invalid-openapi-file).',
  waivable: true,
  examples: {
    avoid: {
      files: {
        'number-verification.openapi.yaml': `openapi: 3.0.3
info: { title: Number Verification, version: 1.0.0 }
paths:
  /verify:
    post:
      operationId: verify
      team: identity
      security: [{ openId: [number-verification:verify] }]
`,
      },
    },
    prefer: {
      files: {
        'number-verification.openapi.yaml': `openapi: 3.0.3
info: { title: Number Verification, version: 1.0.0 }
paths:
  /verify:
    post:
      operationId: verify
      x-team: identity
      security: [{ openId: [number-verification:verify] }]
`,
      },
    },
  },
  find: ({ catalog }) => operationProblems(catalog, 'unknown-openapi-key'),
};
