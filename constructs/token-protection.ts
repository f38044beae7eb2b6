import type { Construct } from 'constructs';
import { type TokenProtectionProps, tokenProtection } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { TokenProtectionProps };

/** Who is calling: calls of an API need a token, of the identity provider or signed by the partner. */
export class TokenProtection extends GatewayConstruct {
  constructor(scope: Construct, id: string, props: TokenProtectionProps) {
    super(scope, id, [props.api, props.environment, props.policy, props.mtls], () => tokenProtection(props));
  }
}
