import { type MtlsPolicy, type TokenPolicy, withDefaults } from '../../core/model';
import type { PluginSettings } from '../plugin/plugin';
import { rejectLimitations } from '../target/limitation';
import { type GatewayOf, supportedTarget } from '../target/target';
import { tokenLimitations } from './limitations';
import { jwt, openidConnect } from './native';
import { partnerTokenForIdp, partnerTokenForPartner } from './portable';
import { issuerIn } from './settings';

/** What who-is-calling depends on. */
export interface TokenInput {
  readonly policy: TokenPolicy;
  readonly environment: GatewayOf;
  /** The API's MtlsPolicy; default: none. Enterprise's openid-connect compares tokens with certificates itself. */
  readonly mtls?: MtlsPolicy | undefined;
}

/**
 * Who is calling. Tokens of an identity provider: partner-token, or openid-connect. Tokens that the partner signs: Kong's jwt,
 * which looks at neither 'iss' nor 'aud', and therefore never without partner-token.
 *
 * @throws Error when the gateway cannot do it, or the policy has no entry for the environment
 */
export function tokenPlugins({ policy: written, environment, mtls }: TokenInput): readonly PluginSettings[] {
  const policy = withDefaults('TokenPolicy', written);
  const target = supportedTarget(environment);
  const tokenIssuer = issuerIn(policy, environment.name);
  if (policy.signedBy === 'partner') return [jwt(policy, target), partnerTokenForPartner(policy, tokenIssuer)];
  if (target.plugins === 'portable') return [partnerTokenForIdp(policy, tokenIssuer)];
  rejectLimitations(tokenLimitations(policy, environment));
  return [openidConnect(policy, tokenIssuer, target, mtls && withDefaults('MtlsPolicy', mtls))];
}
