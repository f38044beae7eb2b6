import type { Check } from '../check';
import { unusableKeys } from './shared/unusable-keys';

export const keyAlgorithmMismatch: Check<'key-algorithm-mismatch'> = {
  code: 'key-algorithm-mismatch',
  severity: 'error',
  per: 'catalog',
  summary: 'A key cannot be used with its `algorithm`, or the JWK has another one in `alg`.',
  rationale: 'the gateway would refuse every token that is signed with the key',
  fix: 'Write an algorithm that fits the type of the key and its `alg`, or register another key.',
  waivable: false,
  examples: {
    avoid: `kind: Application
partner: initech
name: portal
credentials:
  sandbox:
    keys:
      - jwk: { kty: OKP, crv: Ed25519, x: 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo }
        algorithm: RS256
`,
    prefer: `kind: Application
partner: initech
name: portal
credentials:
  sandbox:
    keys:
      - jwk: { kty: OKP, crv: Ed25519, x: 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo }
        algorithm: EdDSA
`,
  },
  find: (input) => unusableKeys('key-algorithm-mismatch', input),
};
