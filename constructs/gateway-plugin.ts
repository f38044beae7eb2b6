import type { Construct } from 'constructs';
import { type GatewayPluginProps, gatewayPlugin } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { GatewayPluginProps };

/** A plugin of Kong or Gatewright in its placement. */
export class GatewayPlugin extends GatewayConstruct {
  constructor(scope: Construct, id: string, props: GatewayPluginProps) {
    super(scope, id, [['Environment', props.environment]], () => [gatewayPlugin(props)]);
  }
}
