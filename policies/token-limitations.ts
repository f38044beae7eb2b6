import type { TokenPolicy } from '../model/kinds';
import { own } from '../model/own';
import { type GatewayOf, targetOf } from './gateway';
import type { Limitation } from './limitation';

/** What of a TokenPolicy an environment's gateway cannot do. */
export function tokenLimitations(policy: TokenPolicy, environment: GatewayOf): readonly Limitation[] {
  const issue = own(policy.environments, environment.name);
  if (policy.signedBy !== 'idp' || targetOf(environment)?.plugins !== 'native' || !issue) return [];
  const path = ['environments', environment.name, 'keys'];
  if (issue.keys && issue.jwksUri === undefined) {
    return [
      {
        code: 'native-inline-keys',
        severity: 'error',
        path,
        message: `TokenPolicy '${policy.name}' writes the issuer's keys for environment '${environment.name}', whose plugin openid-connect only fetches them`,
        hint: `write jwksUri, or set gateway.plugins of environment '${environment.name}' to portable`,
      },
    ];
  }
  if (issue.keys) {
    return [
      {
        code: 'native-inline-keys',
        severity: 'warning',
        path,
        message: `TokenPolicy '${policy.name}' writes the issuer's keys for environment '${environment.name}', whose plugin openid-connect fetches them from jwksUri instead`,
        hint: `take the keys out, or set gateway.plugins of environment '${environment.name}' to portable`,
      },
    ];
  }
  return [];
}
