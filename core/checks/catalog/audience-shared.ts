import type { Entry, TokenPolicy } from '../../model';
import { type Check, error } from './check';

interface Audience {
  readonly policy: Entry<TokenPolicy>;
  readonly environment: string;
}

/** A token for one environment is of no use in another: no two share signer and audience. */
export const audienceShared: Check = {
  code: 'audience-shared',
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
          const whose = other.policy === policy ? '' : ` in token policy '${other.policy.name}'`;
          yield error(
            policy.at(['environments', environment, 'audience']),
            `audience '${audience}' of token policy '${policy.name}' is that of environment '${other.environment}'${whose} too: a token for one is good for the other`,
            `give environment '${environment}' an audience of its own`,
          );
        }
      }
    }
  },
};
