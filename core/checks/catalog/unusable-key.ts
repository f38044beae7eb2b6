import type { Check } from '../check';
import { unusableKeys } from './shared/unusable-keys';

export const unusableKey: Check<'unusable-key'> = {
  code: 'unusable-key',
  severity: 'error',
  per: 'catalog',
  summary:
    'A public key is invalid, is of a type or length that Gatewright does not support, may not verify signatures (`key_ops`), or does not match its own certificate (`x5c`).',
  rationale: 'the gateway could not verify any token that is signed with it',
  fix: 'Export the public key again, or register a key of a supported type.',
  details:
    'Supported are RSA keys of 2048 to 8192 bits, EC keys on P-256, P-384 and P-521, and Ed25519 and Ed448. Other members of a JWK, such as `x5t` or `ext`, have no effect.',
  waivable: false,
  examples: {
    avoid: `kind: Application
partner: initech
name: portal
credentials:
  sandbox:
    keys:
      - jwk: { kty: OKP, crv: Ed25519, x: 11qYAYKxCrfVS_7TyWQHOg }
`,
    prefer: `kind: Application
partner: initech
name: portal
credentials:
  sandbox:
    keys:
      - jwk: { kty: OKP, crv: Ed25519, x: 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo }
`,
  },
  find: (input) => unusableKeys('unusable-key', input),
};
