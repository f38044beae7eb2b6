import type { Construct } from 'constructs';
import { type GatewayRouteProps, gatewayRoute } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { GatewayRouteProps };

/** Kong's route of one operation of an API. It is made after everything that guards the API's service, and goes before it. */
export class GatewayRoute extends GatewayConstruct {
  /** @throws Error when the API's document does not expose the operation, or Kong does not take its method */
  constructor(scope: Construct, id: string, props: GatewayRouteProps) {
    super(
      scope,
      id,
      [
        ['Api', props.api],
        ['Environment', props.environment],
      ],
      () => [gatewayRoute(props)],
    );
  }
}
