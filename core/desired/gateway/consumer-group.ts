import { groupName } from '../../../policies';
import { type Environment, originIn } from '../../model';
import { address } from '../address';
import { type Entity, entity } from '../entity';
import { kongId } from '../identity';
import { common } from './common';

export interface ConsumerGroupProps {
  /** Name of the API. */
  readonly api: string;
  /** Name of the tier. */
  readonly tier: string;
  readonly environment: Environment;
}

/**
 * With native plugins: the group of the consumers that may call an API at a tier. Its members are in the partners' stacks.
 */
export function consumerGroup({ api, tier, environment }: ConsumerGroupProps): Entity {
  return entity({
    type: 'kong-gateway_consumer_group',
    address: address(api, tier),
    attributes: {
      id: consumerGroupId(environment.name, api, tier),
      name: groupName(api, tier),
      ...common(environment, { api }),
    },
    subject: { api, tier },
    origins: [originIn('Tier', tier), originIn('Api', api, ['tiers'])],
  });
}

/** The id of the consumer group, for use in other stacks. */
export function consumerGroupId(environment: string, api: string, tier: string): string {
  return kongId(environment, 'consumer-group', groupName(api, tier));
}
