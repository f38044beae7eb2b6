import type { Complete } from '../../core/model';
import { type PluginSettings, portablePlugin } from '../plugin/plugin';
import { CLOCK_SKEW } from '../target/duration-limits';
import { secondsOf } from '../target/units';
import { issuerKeys } from './issuer-keys';
import { type TokenIssuer, typesOf } from './settings';

/**
 * partner-token for tokens of an identity provider, which verifies them and finds the consumer.
 * @throws Error if the policy has no issuer, or no usable keys
 */
export function partnerTokenForIdp(policy: Complete<'TokenPolicy'>, tokenIssuer: TokenIssuer): PluginSettings {
  const { issuer, audience } = tokenIssuer;
  if (issuer === undefined) throw new Error(`token policy '${policy.name}' has no issuer`);
  return portablePlugin('partner-token', {
    mode: 'idp',
    issuer,
    audience,
    algorithms: policy.algorithms,
    types: typesOf(policy),
    client_claim: policy.clientClaim,
    clock_skew_s: secondsOf(policy.clockSkew, CLOCK_SKEW),
    keys: issuerKeys(policy, tokenIssuer),
    consumer_cache_s: 60,
    consumer_miss_cache_s: 5,
  });
}

/** partner-token for tokens that the partner signs. It runs after Kong's jwt and verifies what jwt does not. */
export function partnerTokenForPartner(policy: Complete<'TokenPolicy'>, { audience }: TokenIssuer): PluginSettings {
  return portablePlugin('partner-token', {
    mode: 'partner',
    audience,
    algorithms: policy.algorithms,
    types: typesOf(policy),
  });
}
