import { defaultOf, type MetricsPolicy } from '../../core/model';
import type { PluginSettings } from '../plugin/plugin';
import { nativePlugin, PROMETHEUS } from '../plugin-attributes';
import { type GatewayOf, supportedTarget } from '../target/target';

/** What metrics depend on. */
export interface MetricsInput {
  readonly policy: MetricsPolicy;
  readonly environment: GatewayOf;
}

/** What is measured of an API: Kong's prometheus, on both editions. */
export function metricsPlugins({ policy, environment }: MetricsInput): readonly PluginSettings[] {
  const chosen = (field: 'perConsumer' | 'status' | 'latency' | 'bandwidth' | 'upstreamHealth') =>
    policy[field] ?? defaultOf<boolean>('MetricsPolicy', field);
  return [
    nativePlugin(PROMETHEUS, supportedTarget(environment), {
      per_consumer: chosen('perConsumer'),
      status_code_metrics: chosen('status'),
      latency_metrics: chosen('latency'),
      bandwidth_metrics: chosen('bandwidth'),
      upstream_health_metrics: chosen('upstreamHealth'),
      ai_metrics: false,
    }),
  ];
}
