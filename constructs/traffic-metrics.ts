import type { Construct } from 'constructs';
import { type TrafficMetricsProps, trafficMetrics } from '../core/desired';
import { PolicyConstruct } from './policy-construct';

export type { TrafficMetricsProps };

/** What is measured of the calls of an API. */
export class TrafficMetrics extends PolicyConstruct<TrafficMetricsProps> {
  /** @throws Error when a document is not valid, or a policy is not the one that the API names */
  constructor(scope: Construct, id: string, props: TrafficMetricsProps) {
    super(scope, id, props, { metrics: 'policy' }, trafficMetrics);
  }
}
