import type { LoadCheck } from '../check';

export const repeatedOperationId: LoadCheck = {
  code: 'repeated-operation-id',
  severity: 'warning',
  per: 'document',
  summary: 'Several operations of an OpenAPI file have the same `operationId`.',
  rationale:
    'the ID does not identify an operation, so documents must refer to each of these operations by method and path',
  fix: 'Give each operation its own `operationId`.',
  waivable: true,
  examples: {
    avoid: {
      files: {
        'number-verification.openapi.yaml': `openapi: 3.0.3
info: { title: Number Verification, version: 1.0.0 }
paths:
  /verify:
    post: { operationId: verify, security: [{ openId: [number-verification:verify] }] }
  /device/verify:
    post: { operationId: verify, security: [{ openId: [number-verification:verify] }] }
`,
      },
    },
    prefer: {
      files: {
        'number-verification.openapi.yaml': `openapi: 3.0.3
info: { title: Number Verification, version: 1.0.0 }
paths:
  /verify:
    post: { operationId: verify, security: [{ openId: [number-verification:verify] }] }
  /device/verify:
    post: { operationId: verifyDevice, security: [{ openId: [number-verification:verify] }] }
`,
      },
    },
  },
};
