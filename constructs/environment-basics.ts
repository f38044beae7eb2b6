import type { Construct } from 'constructs';
import { type EnvironmentBasicsProps, environmentBasics } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { EnvironmentBasicsProps };

/** What an environment has once: the CAs of client certificates, and the plugins for all calls. */
export class EnvironmentBasics extends GatewayConstruct {
  constructor(scope: Construct, id: string, props: EnvironmentBasicsProps) {
    super(scope, id, [props.environment, ...props.mtls, ...props.errors], () => environmentBasics(props));
  }
}
