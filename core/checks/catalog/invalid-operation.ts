import type { Check } from '../check';
import { operationProblems } from './shared/operation-problems';

export const invalidOperation: Check<'invalid-operation'> = {
  code: 'invalid-operation',
  severity: 'error',
  per: 'catalog',
  summary: 'An exposed operation cannot be used as its OpenAPI file has it, or what a call of it needs is ambiguous.',
  rationale:
    'a guess could let calls through that the authors of the API meant to protect, so no call of the operation is let through',
  fix: 'Correct the operation, or hide it with `routes: [{ operation, exposed: false }]`.',
  details: `The operation has one of these problems:

- It has a key that OpenAPI does not define there and that may be meant to decide what a call needs: the key resembles a known one
  (\`securty\`), its name is about security, roles or permissions, it would merge other maps into the operation (\`allOf\`, \`<<\`, \`$ref\`),
  or it has letters that are not ASCII.
- \`security\` is not a list of maps from schemes to lists of scopes, has a scope that OAuth 2.0 does not allow, or is indented too far:
  below \`responses\`, a parameter or a server.
- It has no \`security\`, and is in another file than the definition, whose \`security\` differs. OpenAPI leaves open which file applies.
- Its path cannot match any call: an empty segment, a dot segment, a query, a character that has to be percent-encoded, or encoded
  bytes that are not UTF-8.

The same problem in several operations of a file is reported once.`,
  waivable: false,
  examples: {
    avoid: {
      files: {
        'number-verification.openapi.yaml': `openapi: 3.0.3
info: { title: Number Verification, version: 1.0.0 }
paths:
  /sessions/{id}:
    get:
      operationId: getSession
      security: [{ openId: [number-verification:verify] }]
  /verify:
    post:
      operationId: verify
      securty: [{ openId: [number-verification:verify] }]
`,
      },
    },
    prefer: {
      files: {
        'number-verification.openapi.yaml': `openapi: 3.0.3
info: { title: Number Verification, version: 1.0.0 }
paths:
  /sessions/{id}:
    get:
      operationId: getSession
      security: [{ openId: [number-verification:verify] }]
  /verify:
    post:
      operationId: verify
      security: [{ openId: [number-verification:verify] }]
`,
      },
    },
  },
  find: ({ catalog }) => operationProblems(catalog, 'invalid-operation'),
};
