import { defaultOf, type MtlsPolicy, type TokenPolicy } from '../../core/model';
import { EXPIRATION, SKEW } from '../gateway/duration-limits';
import { type GatewayOf, supportedTarget, type Target } from '../gateway/gateway';
import { refuse } from '../gateway/limitation';
import type { PluginSettings } from '../gateway/plugin';
import { ownPlugin } from '../gateway/plugin';
import { secondsOf } from '../gateway/units';
import { JWT, nativePlugin } from '../plugin-attributes';
import { issuerKeys } from './token-keys';
import { tokenLimitations } from './token-limitations';
import { openidConnect } from './token-openid-connect';
import { algorithmsOf, clientClaimOf, clockSkewOf, issueIn, type TokenIssue, typesOf } from './token-settings';

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
 * @throws Error when the gateway cannot do it, or the policy says nothing about the environment
 */
export function tokenPlugins({ policy, environment, mtls }: TokenInput): readonly PluginSettings[] {
  const target = supportedTarget(environment);
  const issue = issueIn(policy, environment.name);
  if (policy.signedBy === 'partner') return [jwt(policy, target), partnerMode(policy, issue)];
  if (target.plugins === 'own') return [idpMode(policy, issue)];
  refuse(tokenLimitations(policy, environment));
  return [openidConnect(policy, issue, target, mtls)];
}

function idpMode(policy: TokenPolicy, issue: TokenIssue): PluginSettings {
  const { issuer, audience } = issue;
  if (issuer === undefined) throw new Error(`token policy '${policy.name}' has no issuer`);
  return ownPlugin('partner-token', {
    mode: 'idp',
    issuer,
    audience,
    algorithms: algorithmsOf(policy),
    types: typesOf(policy),
    client_claim: clientClaimOf(policy),
    clock_skew_s: secondsOf(clockSkewOf(policy), SKEW),
    keys: issuerKeys(policy, issue),
    consumer_cache_s: 60,
    consumer_miss_cache_s: 5,
  });
}

function partnerMode(policy: TokenPolicy, { audience }: TokenIssue): PluginSettings {
  return ownPlugin('partner-token', {
    mode: 'partner',
    audience,
    algorithms: algorithmsOf(policy),
    types: typesOf(policy),
  });
}

function jwt(policy: TokenPolicy, target: Target): PluginSettings {
  return nativePlugin(JWT, target, {
    claims_to_verify: ['exp', 'nbf'],
    // A name that no partner uses: an empty list over Kong's default is never sent, and 'jwt' in a URL would stay allowed.
    cookie_names: ['-'],
    uri_param_names: ['-'],
    header_names: ['authorization'],
    key_claim_name: 'kid',
    maximum_expiration: secondsOf(
      policy.maximumExpiration ?? defaultOf('TokenPolicy', 'maximumExpiration'),
      EXPIRATION,
    ),
    run_on_preflight: true,
    secret_is_base64: false,
  });
}
