import { type Check, found } from '../check';
import { limitationsOf } from './limitations';

export const nativeInlineKeys: Check<'native-inline-keys'> = {
  code: 'native-inline-keys',
  severity: 'error',
  per: 'catalog',
  summary: "A token policy writes an issuer's `keys` for an environment with `plugins: native`.",
  rationale: "Enterprise's plugin openid-connect only fetches keys, so no token of this issuer would be accepted",
  fix: "Write `jwksUri` instead of `keys`, or `plugins: portable` in the environment's gateway.",
  waivable: false,
  examples: {
    avoid: {
      documents: `kind: Environment
name: production
gateway: { edition: enterprise, version: '3.9', plugins: native }
---
kind: TokenPolicy
name: operator-idp
environments:
  production: { keys: [{ kty: EC, crv: P-256, x: f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU, y: x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0, kid: key-1 }] }
`,
      without: ['environments.production.jwksUri'],
    },
    prefer: `kind: Environment
name: production
gateway: { edition: enterprise, version: '3.9', plugins: native }
---
kind: TokenPolicy
name: operator-idp
environments:
  production: { jwksUri: https://idp.example/jwks }
`,
  },
  *find({ catalog }) {
    for (const { name, environment, at } of limitationsOf(catalog, 'native-inline-keys')) {
      yield found(
        at,
        `token policy '${name}' lists keys for environment '${environment}', but the plugin openid-connect there only fetches keys from a URL`,
        `write \`jwksUri\` instead of \`keys\`, or \`plugins: portable\` in the gateway of environment '${environment}'`,
      );
    }
  },
};
