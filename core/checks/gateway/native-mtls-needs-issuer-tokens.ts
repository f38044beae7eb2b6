import { type Check, found } from '../check';
import { limitationsOf } from './limitations';

export const nativeMtlsNeedsIssuerTokens: Check<'native-mtls-needs-issuer-tokens'> = {
  code: 'native-mtls-needs-issuer-tokens',
  severity: 'error',
  per: 'catalog',
  summary: 'An API in an environment with `plugins: native` combines mTLS with tokens that partners sign.',
  rationale:
    "Enterprise's plugins compare a certificate only with tokens of an identity provider, so the owner of the certificate would not be verified",
  fix: "Use a token policy with `signedBy: idp`, or write `plugins: portable` in the environment's gateway.",
  waivable: false,
  examples: {
    avoid: `kind: Environment
name: production
gateway: { edition: enterprise, version: '3.9', plugins: native }
---
kind: Api
name: number-verification
policies: { token: partner-keys, mtls: registered-certificate }
`,
    prefer: `kind: Environment
name: production
gateway: { edition: enterprise, version: '3.9', plugins: native }
---
kind: Api
name: number-verification
policies: { token: operator-idp, mtls: registered-certificate }
`,
  },
  *find({ catalog }) {
    for (const { name, environment, conflictsWith, at } of limitationsOf(catalog, 'native-mtls-needs-issuer-tokens')) {
      yield found(
        at,
        `mtls policy '${name}' is used with token policy '${conflictsWith}', but the native plugins of environment '${environment}' compare certificates only with tokens of an identity provider`,
        `use a token policy with \`signedBy: idp\`, or write \`plugins: portable\` in the gateway of environment '${environment}'`,
      );
    }
  },
};
