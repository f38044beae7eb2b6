import { metricsPlugins } from '../../../policies';
import type { MetricsPolicy } from '../../model';
import type { Entity } from '../entity';
import { policyOrigins, type ServicePolicyProps, servicePlugins } from './service-policy';

export interface TrafficMetricsProps extends ServicePolicyProps {
  readonly policy: MetricsPolicy;
}

/** Collects metrics of an API's calls. */
export function trafficMetrics(props: TrafficMetricsProps): readonly Entity[] {
  return servicePlugins(props, metricsPlugins(props), policyOrigins(props.api, 'metrics', props.policy));
}
