import type { Construct } from 'constructs';
import { type TrafficMetricsProps, trafficMetrics } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { TrafficMetricsProps };

/** What is measured of the calls of an API. */
export class TrafficMetrics extends GatewayConstruct {
  constructor(scope: Construct, id: string, props: TrafficMetricsProps) {
    super(scope, id, [props.api, props.environment, props.policy], () => trafficMetrics(props));
  }
}
