import { Construct } from 'constructs';
import type { Api, Environment, OpenApiDefinition, Tier } from '../core/model';
import { servedOperations, supportedTarget, tierGroupPlugins } from '../policies';
import { ConsumerGroup } from './consumer-group';
import { apiEntryOf, validate } from './documents';
import { GatewayPlugin } from './gateway-plugin';

export interface PartnerTierProps {
  readonly tier: Tier;
  /** The API that is offered at the tier; a {@link CatalogApi} has its service and routes in the same stack. */
  readonly api: Api;
  readonly definition: OpenApiDefinition;
  readonly environment: Environment;
}

/**
 * A tier on an API: on Enterprise the group of those who may call the API at the tier, and the limits on it. Where Gatewright's
 * own plugins are used a tier has no entity of its own, since the API's plugin holds the limits of all its tiers; this then adds
 * nothing, and the same program serves both.
 */
export class PartnerTier extends Construct {
  /** @throws Error when a document is not valid, the API is not offered at the tier, or the gateway cannot do it */
  constructor(scope: Construct, id: string, { tier, api, definition, environment }: PartnerTierProps) {
    super(scope, id);
    for (const document of [tier, api, environment]) validate(document);
    if (!api.tiers.includes(tier.name)) {
      throw new Error(
        `api '${api.name}' is not offered at tier '${tier.name}'; its tiers are: ${api.tiers.join(', ')}; add it to tiers`,
      );
    }
    if (supportedTarget(environment).plugins === 'own') return;
    new ConsumerGroup(this, 'group', { api: api.name, tier: tier.name, environment });
    const operations = servedOperations(apiEntryOf(api, definition));
    for (const plugin of tierGroupPlugins({ api, tiers: [tier], operations, environment })) {
      const operation = plugin.target.scope === 'consumer-group' ? plugin.target.operation : undefined;
      new GatewayPlugin(this, [plugin.plugin, ...(operation ? [operation] : [])].join('-'), { environment, plugin });
    }
  }
}
