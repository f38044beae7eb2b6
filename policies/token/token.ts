import { type MtlsPolicy, type TokenPolicy, withDefaults } from '../../core/model';
import type { PluginSettings } from '../plugin/plugin';
import { rejectLimitations } from '../target/limitation';
import { type GatewayOf, supportedTarget } from '../target/target';
import { tokenLimitations } from './limitations';
import { jwt, openidConnect } from './native';
import { partnerTokenForIdp, partnerTokenForPartner } from './portable';
import { issuerIn } from './settings';

/** The input of token verification. */
export interface TokenInput {
  readonly policy: TokenPolicy;
  readonly environment: GatewayOf;
  /** The API's MtlsPolicy, by default none. Enterprise's openid-connect itself compares tokens with certificates. */
  readonly mtls?: MtlsPolicy | undefined;
}

/**
 * Verifies tokens: those of an identity provider with partner-token or openid-connect, those that the partner signs with Kong's jwt.
 * Because jwt checks neither 'iss' nor 'aud', it is always combined with partner-token.
 *
 * @throws Error if the gateway does not support a setting, or the policy has no entry for the environment
 */
export function tokenPlugins({ policy: document, environment, mtls }: TokenInput): readonly PluginSettings[] {
  const policy = withDefaults('TokenPolicy', document);
  const target = supportedTarget(environment);
  const tokenIssuer = issuerIn(policy, environment.name);
  if (policy.signedBy === 'partner') return [jwt(policy, target), partnerTokenForPartner(policy, tokenIssuer)];
  if (target.plugins === 'portable') return [partnerTokenForIdp(policy, tokenIssuer)];
  rejectLimitations(tokenLimitations(policy, environment));
  return [openidConnect(policy, tokenIssuer, target, mtls && withDefaults('MtlsPolicy', mtls))];
}
