import type { Construct } from 'constructs';
import { type ClientCaProps, clientCa } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { ClientCaProps };

/** A CA whose client certificates the gateway accepts. */
export class ClientCa extends GatewayConstruct {
  /** @throws Error when the certificate cannot be used */
  constructor(scope: Construct, id: string, props: ClientCaProps) {
    super(scope, id, [['Environment', props.environment]], () => [clientCa(props)]);
  }
}
