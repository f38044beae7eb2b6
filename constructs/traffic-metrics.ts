import type { Construct } from 'constructs';
import { type TrafficMetricsProps, trafficMetrics } from '../core/desired';
import { PolicyConstruct } from './policy-construct';

export type { TrafficMetricsProps };

/** Collects metrics of an API's calls. */
export class TrafficMetrics extends PolicyConstruct<TrafficMetricsProps> {
  /** @throws Error if a document is not valid, or a policy is not the one that the API names */
  constructor(scope: Construct, id: string, props: TrafficMetricsProps) {
    super(scope, id, props, { metrics: 'policy' }, trafficMetrics);
  }
}
