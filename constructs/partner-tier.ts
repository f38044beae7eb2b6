import type { Construct } from 'constructs';
import { type PartnerTierProps, partnerTier } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { PartnerTierProps };

/**
 * A tier of an API. With native plugins, this is the group of consumers that may call the API at the tier, and the limits on it. With
 * portable plugins it adds nothing, because the API's plugin contains the limits of all its tiers; the same program works with both.
 */
export class PartnerTier extends GatewayConstruct {
  /** @throws Error if a document is not valid, the API is not offered at the tier, or the gateway does not support a setting */
  constructor(scope: Construct, id: string, props: PartnerTierProps) {
    const { api, environment, tier } = props;
    super(
      scope,
      id,
      [
        ['Tier', tier],
        ['Api', api],
        ['Environment', environment],
      ],
      () => {
        if (!api.tiers.includes(tier.name)) {
          throw new Error(
            `api '${api.name}' is not offered at tier '${tier.name}'; its tiers are: ${api.tiers.join(', ')}; add it to tiers`,
          );
        }
        return partnerTier(props);
      },
    );
  }
}
