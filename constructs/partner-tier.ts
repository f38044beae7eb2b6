import type { Construct } from 'constructs';
import { type PartnerTierProps, partnerTier } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { PartnerTierProps };

/**
 * A tier on an API: where Enterprise's plugins are used, the group of those who may call the API at the tier, and the limits on it.
 * Where Gatewright's own plugins are used a tier has no entity of its own, since the API's plugin holds the limits of all its tiers;
 * this then adds nothing, and the same program serves both.
 */
export class PartnerTier extends GatewayConstruct {
  /** @throws Error when a document is not valid, the API is not offered at the tier, or the gateway cannot do it */
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
