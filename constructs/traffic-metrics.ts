import type { Construct } from 'constructs';
import type { MetricsPolicy } from '../core/model';
import { metricsPlugins } from '../policies';
import { ServicePolicy, type ServicePolicyProps } from './service-policy';

export interface TrafficMetricsProps extends ServicePolicyProps {
  readonly policy: MetricsPolicy;
}

/** What is measured of the calls of an API. */
export class TrafficMetrics extends ServicePolicy {
  constructor(scope: Construct, id: string, props: TrafficMetricsProps) {
    super(scope, id, props, [props.policy], () => metricsPlugins(props));
  }
}
