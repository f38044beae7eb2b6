import type { Check } from '../check';
import { unusableKeys } from './shared/unusable-keys';

export const privateKey: Check<'private-key'> = {
  code: 'private-key',
  severity: 'error',
  per: 'catalog',
  summary: 'A private key is in a field for a public key. The message does not show any of it.',
  rationale:
    'everybody who can read the catalog can sign tokens in the name of its owner, and Git keeps the key even after it is removed',
  fix: 'Remove the key, treat it as leaked, generate a new key pair, and register only the public key.',
  details:
    'Most private keys are found when files are read ([secret-in-catalog](#secret-in-catalog)). This check parses the keys of applications and token policies, so it also finds one under another label or in an unusual format.',
  waivable: false,
  examples: {
    avoid: `kind: Application
partner: initech
name: portal
credentials:
  sandbox:
    keys:
      # A published example of RFC 8037.
      - pem: |
          -----BEGIN PUBLIC KEY-----
          MC4CAQAwBQ
          YDK2VwBCIE
          IJ1hsZ3v/V
          pguoRK9JLs
          LMREScVpez
          JpGXA7rAMc
          rn9g
          -----END PUBLIC KEY-----
`,
    prefer: `kind: Application
partner: initech
name: portal
credentials:
  sandbox:
    keys:
      - pem: |
          -----BEGIN PUBLIC KEY-----
          MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
          -----END PUBLIC KEY-----
`,
  },
  find: (input) => unusableKeys('private-key', input),
};
