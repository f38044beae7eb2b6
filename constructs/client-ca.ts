import type { Construct } from 'constructs';
import { type ClientCaProps, clientCa } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { ClientCaProps };

/** A CA whose client certificates the gateway accepts. */
export class ClientCa extends GatewayConstruct {
  /** @throws Error if the certificate is not usable */
  constructor(scope: Construct, id: string, props: ClientCaProps) {
    super(scope, id, [['Environment', props.environment]], () => [clientCa(props)]);
  }
}
