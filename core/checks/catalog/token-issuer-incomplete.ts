import { type DocumentCheck, found } from '../check';

export const tokenIssuerIncomplete: DocumentCheck<'TokenPolicy', 'token-issuer-incomplete'> = {
  code: 'token-issuer-incomplete',
  severity: 'error',
  per: 'document',
  kinds: ['TokenPolicy'],
  summary:
    'The token policy of an identity provider has no issuer in an environment, or not exactly one of `jwksUri` and `keys`.',
  rationale: 'the gateway needs both to verify tokens, and rejects every call otherwise',
  fix: 'Add `issuer`, and either `jwksUri` or `keys`.',
  waivable: false,
  examples: {
    avoid: {
      documents: `kind: TokenPolicy
name: operator-idp
environments:
  sandbox: { jwksUri: https://idp.sandbox.example/jwks }
`,
      without: ['environments.sandbox.issuer'],
    },
    prefer: `kind: TokenPolicy
name: operator-idp
environments:
  sandbox: { issuer: https://idp.sandbox.example, jwksUri: https://idp.sandbox.example/jwks }
`,
  },
  *find(policy) {
    if (policy.value.signedBy !== 'idp') return;
    for (const [environment, { issuer, jwksUri, keys }] of Object.entries(policy.value.environments)) {
      const subject = `token policy '${policy.name}' in environment '${environment}'`;
      const at = policy.at(['environments', environment], 'key');
      if (issuer === undefined) {
        yield found(at, `${subject} has no issuer`, "add `issuer`: the value of 'iss' in the provider's tokens");
      }
      if (jwksUri === undefined && keys === undefined) {
        yield found(at, `${subject} has no keys of the issuer`, 'add `jwksUri` (a URL) or `keys`');
      }
      if (jwksUri !== undefined && keys !== undefined) {
        yield found(
          policy.at(['environments', environment, 'keys'], 'key'),
          `${subject} has both \`jwksUri\` and \`keys\``,
          'remove one of them',
        );
      }
    }
  },
};
