import { type Check, found } from '../check';
import { limitationsOf } from './limitations';

export const nativeMtlsNeedsBoundTokens: Check<'native-mtls-needs-bound-tokens'> = {
  code: 'native-mtls-needs-bound-tokens',
  severity: 'error',
  per: 'catalog',
  summary: 'An mTLS policy does not require certificate-bound tokens in an environment with `plugins: native`.',
  rationale:
    "Enterprise's plugin mtls-auth accepts any certificate of a trusted CA, so without bound tokens, one partner could use another partner's token with its own certificate",
  fix: "Write `boundTokens: required`, or `plugins: portable` in the environment's gateway.",
  waivable: false,
  examples: {
    avoid: `kind: Environment
name: production
gateway: { edition: enterprise, version: '3.9', plugins: native }
---
kind: MtlsPolicy
name: registered-certificate
boundTokens: when-present
`,
    prefer: `kind: Environment
name: production
gateway: { edition: enterprise, version: '3.9', plugins: native }
---
kind: MtlsPolicy
name: registered-certificate
boundTokens: required
`,
  },
  *find({ catalog }) {
    for (const { name, environment, at } of limitationsOf(catalog, 'native-mtls-needs-bound-tokens')) {
      yield found(
        at,
        `mtls policy '${name}' does not require bound tokens, but the native plugins of environment '${environment}' identify the owner of a certificate only by a token that is bound to it`,
        `write \`boundTokens: required\`, or \`plugins: portable\` in the gateway of environment '${environment}'`,
      );
    }
  },
};
