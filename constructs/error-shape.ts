import type { Construct } from 'constructs';
import { type ErrorShapeProps, errorShape } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { ErrorShapeProps };

/** The form of an API's refusals, with its correlation id; and the headers that announce its end. */
export class ErrorShape extends GatewayConstruct {
  constructor(scope: Construct, id: string, props: ErrorShapeProps) {
    super(scope, id, [props.api, props.environment, props.policy, props.successor], () => errorShape(props));
  }
}
