import { withDefaults } from '../../model';
import { type DocumentCheck, found } from '../check';
import { issuerKeysOf } from '../input';

export const invalidIssuerKey: DocumentCheck<'TokenPolicy', 'invalid-issuer-key'> = {
  code: 'invalid-issuer-key',
  severity: 'error',
  per: 'document',
  kinds: ['TokenPolicy'],
  summary:
    'A key in a token policy has no `kid`, has the `kid` of another key, or cannot be used with any algorithm that the policy accepts.',
  rationale: 'the gateway finds the key of a token by its `kid`, so tokens signed with this key would be rejected',
  fix: 'Write a unique `kid` for each key, and accept an algorithm of the key.',
  waivable: false,
  examples: {
    avoid: {
      documents: `kind: TokenPolicy
name: operator-idp
environments:
  sandbox:
    keys:
      - { kty: EC, crv: P-256, x: f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU, y: x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0 }
`,
      without: ['environments.sandbox.jwksUri'],
    },
    prefer: {
      documents: `kind: TokenPolicy
name: operator-idp
environments:
  sandbox:
    keys:
      - { kty: EC, crv: P-256, x: f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU, y: x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0, kid: '2026-10' }
`,
      without: ['environments.sandbox.jwksUri'],
    },
  },
  *find(policy) {
    if (policy.value.signedBy !== 'idp') return;
    const first = new Map<string, string>();
    for (const { environment, jwk, label, result, at } of issuerKeysOf(policy)) {
      const other = first.get(`${environment} ${jwk.kid}`);
      if (jwk.kid === undefined) {
        yield found(
          at(),
          `${label} has no \`kid\``,
          'add the `kid` from the header of a token that is signed with this key',
        );
      } else if (other !== undefined) {
        yield found(at(), `${label} has the same \`kid\` as ${other}`, 'give each key a unique `kid`');
      } else first.set(`${environment} ${jwk.kid}`, label);
      if (!result.ok) continue;
      const accepted = withDefaults('TokenPolicy', policy.value).algorithms;
      const usable = result.fixed ? [result.algorithm] : result.algorithms;
      if (usable.some((algorithm) => accepted.includes(algorithm))) continue;
      yield found(
        at(),
        `${label} can be used with ${usable.join(', ')}, but the policy accepts none of these`,
        `the policy accepts ${accepted.join(', ')}; add one to its \`algorithms\`, or remove the key`,
      );
    }
  },
};
