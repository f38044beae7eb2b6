import type { Check } from '../check';
import { operationProblems } from './shared/operation-problems';

export const unknownSecurityScheme: Check<'unknown-security-scheme'> = {
  code: 'unknown-security-scheme',
  severity: 'warning',
  per: 'catalog',
  summary: '`security` names a scheme that `components.securitySchemes` does not declare, although it declares others.',
  rationale: 'the name is probably misspelled; the scopes that it requires apply in any case',
  fix: 'Correct the name, or declare the scheme.',
  details: 'A scheme is not checked if the file declares none at all.',
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
      security: [{ openID: [number-verification:verify] }]
components:
  securitySchemes:
    openId: { type: openIdConnect, openIdConnectUrl: 'https://idp.example/.well-known/openid-configuration' }
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
      security: [{ openId: [number-verification:verify] }]
components:
  securitySchemes:
    openId: { type: openIdConnect, openIdConnectUrl: 'https://idp.example/.well-known/openid-configuration' }
`,
      },
    },
  },
  find: ({ catalog }) => operationProblems(catalog, 'unknown-security-scheme'),
};
