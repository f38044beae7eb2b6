import { consumerGroup } from '@cdktf/provider-kong';
import { Construct } from 'constructs';
import type { Environment } from '../core/model';
import { groupName } from '../policies';
import { address } from './address';
import { kongId } from './identity';
import { common, place } from './place';
import type { Reference } from './reference';

export interface ConsumerGroupProps {
  /** Name of the API. */
  readonly api: string;
  /** Name of the tier. */
  readonly tier: string;
  readonly environment: Environment;
}

/** Kong Enterprise's group of the consumers that may call an API at a tier. Its members stand in the partners' stacks. */
export class ConsumerGroup extends Construct {
  /** Its id, for plugins in the same stack. */
  readonly reference: Reference;

  constructor(scope: Construct, id: string, { api, tier, environment }: ConsumerGroupProps) {
    super(scope, id);
    const resource = new consumerGroup.ConsumerGroup(this, 'resource', {
      id: consumerGroupId(environment.name, api, tier),
      name: groupName(api, tier),
      ...common(environment),
    });
    this.reference = place(resource, address(api, tier));
  }
}

/** Id of the consumer group, for stacks that do not hold it. */
export function consumerGroupId(environment: string, api: string, tier: string): string {
  return kongId(environment, 'consumer-group', groupName(api, tier));
}
