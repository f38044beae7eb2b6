import type { Construct } from 'constructs';
import { type ConsumerGroupProps, consumerGroup } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { ConsumerGroupProps };

/**
 * With native plugins: the group of the consumers that may call an API at a tier. Its members are in the partners' stacks.
 */
export class ConsumerGroup extends GatewayConstruct {
  constructor(scope: Construct, id: string, props: ConsumerGroupProps) {
    super(scope, id, [['Environment', props.environment]], () => [consumerGroup(props)]);
  }
}
