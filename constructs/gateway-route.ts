import type { Construct } from 'constructs';
import { type GatewayRouteProps, gatewayRoute } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { GatewayRouteProps };

/** The route of one operation of an API. It depends on everything that guards the API's service. */
export class GatewayRoute extends GatewayConstruct {
  /** @throws Error if the API's document does not expose the operation, or Kong does not support its method */
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
