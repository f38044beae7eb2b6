import type { Construct } from 'constructs';
import { type GatewayServiceProps, gatewayService } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { GatewayServiceProps };

/** Kong's service of an API: the upstream to which its calls go. */
export class GatewayService extends GatewayConstruct {
  constructor(scope: Construct, id: string, props: GatewayServiceProps) {
    super(
      scope,
      id,
      [
        ['Api', props.api],
        ['Environment', props.environment],
      ],
      () => [gatewayService(props)],
    );
  }
}
