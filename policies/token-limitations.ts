import { own, type TokenPolicy } from '../model';
import { type GatewayOf, targetOf } from './gateway';
import type { Limitation } from './limitation';

/** What of a TokenPolicy an environment's gateway cannot do. */
export function tokenLimitations(policy: TokenPolicy, environment: GatewayOf): readonly Limitation[] {
  const keys = own(policy.environments, environment.name)?.keys;
  if (policy.signedBy !== 'idp' || targetOf(environment)?.plugins !== 'native' || !keys) return [];
  return [
    {
      code: 'native-inline-keys',
      severity: 'error',
      path: ['environments', environment.name, 'keys'],
      message: `token policy '${policy.name}' writes the issuer's keys for environment '${environment.name}', whose plugin openid-connect only fetches them`,
      hint: `write \`jwksUri\` instead, or \`plugins: portable\` in the gateway of environment '${environment.name}'`,
    },
  ];
}
