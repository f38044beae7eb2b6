import type { Construct } from 'constructs';
import { accessControl, type ServicePolicyProps } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

/** Limits calls to the members of an API's groups, one for each of its tiers. */
export class AccessControl extends GatewayConstruct {
  constructor(scope: Construct, id: string, props: ServicePolicyProps) {
    super(
      scope,
      id,
      [
        ['Api', props.api],
        ['Environment', props.environment],
      ],
      () => accessControl(props),
    );
  }
}
