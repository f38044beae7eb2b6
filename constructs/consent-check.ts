import type { Construct } from 'constructs';
import { type ConsentCheckProps, consentCheck } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { ConsentCheckProps };

/** What a token may be used for: scopes of each operation, purpose, user context, and consent at the time of the call. */
export class ConsentCheck extends GatewayConstruct {
  constructor(scope: Construct, id: string, props: ConsentCheckProps) {
    super(scope, id, [props.api, props.environment, props.policy, props.token], () => consentCheck(props));
  }
}
