import type { Construct } from 'constructs';
import { type RefusingRoutesProps, refusingRoutes } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { RefusingRoutesProps };

/** Routes of an API that answer 404 to calls that a path parameter of another operation would otherwise take. */
export class RefusingRoutes extends GatewayConstruct {
  constructor(scope: Construct, id: string, props: RefusingRoutesProps) {
    super(
      scope,
      id,
      [
        ['Api', props.api],
        ['Environment', props.environment],
      ],
      () => refusingRoutes(props),
    );
  }
}
