import type { Check } from '../check';
import { unusableKeys } from './shared/unusable-keys';

export const weakKey: Check<'weak-key'> = {
  code: 'weak-key',
  severity: 'error',
  per: 'catalog',
  summary: 'An RSA key has fewer than 2048 bits or an insecure exponent.',
  rationale: 'somebody could compute the private key, or forge signatures without it, and call APIs as the partner',
  fix: 'Register an RSA key of at least 2048 bits with the exponent 65537, or an elliptic-curve key.',
  waivable: false,
  examples: {
    avoid: `kind: Application
partner: initech
name: portal
credentials:
  sandbox:
    keys:
      - jwk:
          kty: RSA
          e: AQAB
          n: >-
            q5TfFl5fLZlYJrJdiu5NlaXQKaNjsw46plsKF89ZtJEi3gVnaK4rlnNMcGpzjkctYzC8Yn_cslPgYBNE57aoxxJJSv0jXZQAG7ODGIIdz_wVu6Y1GxIExIs8otnpol1wvKVr4DbyLqPUeNOOJaseVWDEqVLX00rk8PqyyVp_KaM
`,
    prefer: `kind: Application
partner: initech
name: portal
credentials:
  sandbox:
    keys:
      - jwk:
          kty: OKP
          crv: Ed25519
          x: 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo
`,
  },
  find: (input) => unusableKeys('weak-key', input),
};
