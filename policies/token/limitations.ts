import { getOwn, type TokenPolicy } from '../../core/model';
import type { Limitation } from '../target/limitation';
import { type GatewayOf, targetOf } from '../target/target';

/** What an environment's gateway cannot do for a TokenPolicy: Enterprise's openid-connect fetches keys from the issuer's URL. */
export function tokenLimitations(policy: TokenPolicy, environment: GatewayOf): readonly Limitation[] {
  const { name } = environment;
  const tokens = getOwn(policy.environments, name);
  if (policy.signedBy !== 'idp' || targetOf(environment)?.plugins !== 'native' || !tokens) return [];
  const subject = { document: `TokenPolicy '${policy.name}'`, environment: name };
  const limitations: Limitation[] = [];
  if (tokens.keys) limitations.push({ ...subject, code: 'native-inline-keys', path: ['environments', name, 'keys'] });
  if (tokens.issuer !== undefined && !/^https?:\/\//i.test(tokens.issuer))
    limitations.push({ ...subject, code: 'native-issuer-not-url', path: ['environments', name, 'issuer'] });
  return limitations;
}
