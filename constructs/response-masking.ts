import type { Construct } from 'constructs';
import { type ResponseMaskingProps, responseMasking } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { ResponseMaskingProps };

/** Fields of answers that callers do not get to see. */
export class ResponseMasking extends GatewayConstruct {
  constructor(scope: Construct, id: string, props: ResponseMaskingProps) {
    super(scope, id, [props.api, props.environment, props.policy], () => responseMasking(props));
  }
}
