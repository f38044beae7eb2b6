import { type Check, found } from '../check';
import { limitationsOf } from './limitations';

export const nativeIssuerNotUrl: Check<'native-issuer-not-url'> = {
  code: 'native-issuer-not-url',
  severity: 'error',
  per: 'catalog',
  summary: 'A token policy has an `issuer` that is not a URL for an environment with `plugins: native`.',
  rationale: "Enterprise's plugin openid-connect only accepts URLs, so apply would fail",
  fix: "Have the identity provider use an https URL as issuer, or write `plugins: portable` in the environment's gateway.",
  waivable: false,
  examples: {
    avoid: `kind: Environment
name: production
gateway: { edition: enterprise, version: '3.9', plugins: native }
---
kind: TokenPolicy
name: operator-idp
environments:
  production: { issuer: idp.example }
`,
    prefer: `kind: Environment
name: production
gateway: { edition: enterprise, version: '3.9', plugins: native }
---
kind: TokenPolicy
name: operator-idp
environments:
  production: { issuer: https://idp.example }
`,
  },
  *find({ catalog }) {
    for (const { name, environment, value, at } of limitationsOf(catalog, 'native-issuer-not-url')) {
      yield found(
        at,
        `the issuer of token policy '${name}' in environment '${environment}' is '${value}', but the plugin openid-connect requires a URL`,
        `have the identity provider use an https URL, or write \`plugins: portable\` in the gateway of environment '${environment}'`,
      );
    }
  },
};
