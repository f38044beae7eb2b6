import { getOwn, type TokenPolicy } from '../../core/model';
import type { Limitation } from '../target/limitation';
import { type GatewayOf, targetOf } from '../target/target';

/** What of a TokenPolicy an environment's gateway cannot do. */
export function tokenLimitations(policy: TokenPolicy, environment: GatewayOf): readonly Limitation[] {
  const issue = getOwn(policy.environments, environment.name);
  if (policy.signedBy !== 'idp' || targetOf(environment)?.plugins !== 'native' || !issue) return [];
  const portable = `write \`plugins: portable\` in the gateway of environment '${environment.name}'`;
  const limitations: Limitation[] = [];
  if (issue.keys) {
    limitations.push({
      code: 'native-inline-keys',
      severity: 'error',
      path: ['environments', environment.name, 'keys'],
      message: `token policy '${policy.name}' writes the issuer's keys for environment '${environment.name}', whose plugin openid-connect only fetches them`,
      hint: `write \`jwksUri\` instead, or \`plugins: portable\` in the gateway of environment '${environment.name}'`,
    });
  }
  if (issue.issuer !== undefined && !/^https?:\/\//i.test(issue.issuer)) {
    limitations.push({
      code: 'native-issuer',
      severity: 'error',
      path: ['environments', environment.name, 'issuer'],
      message: `the issuer of token policy '${policy.name}' in environment '${environment.name}' is '${issue.issuer}', but the plugin openid-connect takes addresses only`,
      hint: `${portable}, or have the identity provider use an https address`,
    });
  }
  return limitations;
}
