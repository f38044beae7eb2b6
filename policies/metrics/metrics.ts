import { type MetricsPolicy, withDefaults } from '../../core/model';
import type { PluginSettings } from '../plugin/plugin';
import { nativePlugin, PROMETHEUS } from '../plugin-attributes';
import { type GatewayOf, supportedTarget } from '../target/target';

/** The input of metrics. */
export interface MetricsInput {
  readonly policy: MetricsPolicy;
  readonly environment: GatewayOf;
}

/** Collects metrics of an API with Kong's prometheus, on both editions. */
export function metricsPlugins({ policy, environment }: MetricsInput): readonly PluginSettings[] {
  const { perConsumer, status, latency, bandwidth, upstreamHealth } = withDefaults('MetricsPolicy', policy);
  return [
    nativePlugin(PROMETHEUS, supportedTarget(environment), {
      per_consumer: perConsumer,
      status_code_metrics: status,
      latency_metrics: latency,
      bandwidth_metrics: bandwidth,
      upstream_health_metrics: upstreamHealth,
      ai_metrics: false,
    }),
  ];
}
