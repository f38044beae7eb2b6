import type { Construct } from 'constructs';
import { type GatewayServiceProps, gatewayService } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { GatewayServiceProps };

/** The service of an API, which forwards calls to its upstream. */
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
