import { servedOperations, supportedTarget, tierGroupPlugins } from '../../../policies';
import { type Api, type Environment, type OpenApiDefinition, originIn, type Tier, termsOrigin } from '../../model';
import type { Entity } from '../entity';
import { consumerGroup } from '../gateway/consumer-group';
import { gatewayPlugin } from '../gateway/plugin';

export interface PartnerTierProps {
  readonly tier: Tier;
  /** The API offered at the tier; its service and routes must be in the same stack. */
  readonly api: Api;
  readonly definition: OpenApiDefinition;
  readonly environment: Environment;
}

/**
 * A tier of an API. With native plugins, this is the group of consumers that may call the API at the tier, and the limits on it. With
 * portable plugins a tier has no entities, because the API's plugin contains the limits of all its tiers.
 */
export function partnerTier({ tier, api, definition, environment }: PartnerTierProps): readonly Entity[] {
  if (supportedTarget(environment).plugins === 'portable') return [];
  const operations = servedOperations({ value: api, definition });
  const origins = [termsOrigin(tier), originIn('Api', api.name, ['tiers'])];
  return [
    consumerGroup({ api: api.name, tier: tier.name, environment }),
    ...tierGroupPlugins({ api, tiers: [tier], operations, environment }).map((plugin) =>
      gatewayPlugin({ environment, plugin, origins }),
    ),
  ];
}
