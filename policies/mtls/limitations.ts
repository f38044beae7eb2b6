import { type MtlsPolicy, type TokenPolicy, withDefaults } from '../../core/model';
import type { Limitation } from '../target/limitation';
import { type GatewayOf, targetOf } from '../target/target';

/**
 * What of mutual TLS an environment's gateway cannot do. Enterprise's mtls-auth does not know which application registered which
 * certificate: without a token that names its certificate, any partner's certificate would do for any partner's token.
 */
export function mtlsLimitations(
  policy: MtlsPolicy,
  token: TokenPolicy | undefined,
  environment: GatewayOf,
): readonly Limitation[] {
  if (targetOf(environment)?.plugins !== 'native') return [];
  const portable = `write \`plugins: portable\` in the gateway of environment '${environment.name}'`;
  const { boundTokens } = withDefaults('MtlsPolicy', policy);
  const limitations: Limitation[] = [];
  if (boundTokens !== 'required') {
    limitations.push({
      code: 'native-mtls-unbound',
      severity: 'error',
      path: ['boundTokens'],
      message: `mtls policy '${policy.name}' has boundTokens '${boundTokens}', but the plugins of environment '${environment.name}' tell whose certificate it is only by a token that names it`,
      hint: `write \`boundTokens: required\`, or ${portable}`,
    });
  }
  if (token?.signedBy === 'partner') {
    limitations.push({
      code: 'native-mtls-partner-signed',
      severity: 'error',
      path: ['name'],
      message: `mtls policy '${policy.name}' goes with token policy '${token.name}', but the plugins of environment '${environment.name}' compare certificates only with tokens of an identity provider`,
      hint: `take a token policy that is \`signedBy: idp\`, or ${portable}`,
    });
  }
  return limitations;
}
