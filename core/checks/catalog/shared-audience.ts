import type { Entry, TokenPolicy } from '../../model';
import { type Check, found } from '../check';

interface Audience {
  readonly policy: Entry<TokenPolicy>;
  readonly environment: string;
}

export const sharedAudience: Check<'shared-audience'> = {
  code: 'shared-audience',
  severity: 'error',
  per: 'catalog',
  summary: 'Tokens for two environments have the same signer and the same audience.',
  rationale: 'each of the environments accepts tokens for the other: a sandbox token would open production',
  fix: 'Give each environment its own audience.',
  details: 'The signer is the issuer, or for tokens that partners sign, the partner.',
  waivable: false,
  examples: {
    avoid: `kind: TokenPolicy
name: partner-keys
signedBy: partner
environments:
  sandbox: { audience: https://api.example }
  production: { audience: https://api.example }
`,
    prefer: `kind: TokenPolicy
name: partner-keys
signedBy: partner
environments:
  sandbox: { audience: https://api.sandbox.example }
  production: { audience: https://api.example }
`,
  },
  *find({ catalog }) {
    const first = new Map<string, Audience>();
    for (const policy of catalog.policies.token.values()) {
      for (const [environment, { issuer, audience }] of Object.entries(policy.value.environments)) {
        if (!catalog.environments.has(environment)) continue;
        const signer = policy.value.signedBy === 'partner' ? 'partner' : issuer;
        if (signer === undefined) continue;
        const other = first.get(`${signer} ${audience}`);
        if (!other) first.set(`${signer} ${audience}`, { policy, environment });
        else if (other.environment !== environment) {
          const inPolicy = other.policy === policy ? '' : ` in token policy '${other.policy.name}'`;
          yield found(
            policy.at(['environments', environment, 'audience']),
            `audience '${audience}' of token policy '${policy.name}' for environment '${environment}' is also the audience of environment '${other.environment}'${inPolicy}: each accepts tokens for the other`,
            `give environment '${environment}' its own audience`,
          );
        }
      }
    }
  },
};
