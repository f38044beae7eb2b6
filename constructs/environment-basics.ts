import type { Construct } from 'constructs';
import { type EnvironmentBasicsProps, environmentBasics } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { EnvironmentBasicsProps };

/** The global entities of an environment: the client CAs and the plugins for all calls. */
export class EnvironmentBasics extends GatewayConstruct {
  constructor(scope: Construct, id: string, props: EnvironmentBasicsProps) {
    super(
      scope,
      id,
      [
        ['Environment', props.environment],
        ['MtlsPolicy', ...props.mtls],
        ['ErrorPolicy', ...props.errors],
      ],
      () => environmentBasics(props),
    );
  }
}
