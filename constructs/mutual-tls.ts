import type { Construct } from 'constructs';
import { type MutualTlsProps, mutualTls } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { MutualTlsProps };

/** Calls of an API need a client certificate. The CAs are in the environment's global stack ({@link EnvironmentBasics}). */
export class MutualTls extends GatewayConstruct {
  constructor(scope: Construct, id: string, props: MutualTlsProps) {
    super(scope, id, [props.api, props.environment, props.policy, props.token], () => mutualTls(props));
  }
}
