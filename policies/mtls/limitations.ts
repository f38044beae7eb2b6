import { type MtlsPolicy, type TokenPolicy, withDefaults } from '../../core/model';
import type { Limitation } from '../target/limitation';
import { type GatewayOf, targetOf } from '../target/target';

/**
 * What an environment's gateway cannot do for mutual TLS. Enterprise's mtls-auth does not know which application registered which
 * certificate: without a token that names its certificate, any partner's certificate would pass with any partner's token.
 */
export function mtlsLimitations(
  policy: MtlsPolicy,
  token: TokenPolicy | undefined,
  environment: GatewayOf,
): readonly Limitation[] {
  if (targetOf(environment)?.plugins !== 'native') return [];
  const subject = { document: `MtlsPolicy '${policy.name}'`, environment: environment.name };
  const limitations: Limitation[] = [];
  if (withDefaults('MtlsPolicy', policy).boundTokens !== 'required')
    limitations.push({ ...subject, code: 'native-mtls-needs-bound-tokens', path: ['boundTokens'] });
  if (token?.signedBy === 'partner') {
    limitations.push({
      ...subject,
      code: 'native-mtls-needs-issuer-tokens',
      path: ['name'],
      conflictsWith: token.name,
    });
  }
  return limitations;
}
