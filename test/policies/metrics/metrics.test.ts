import type { Environment, MetricsPolicy } from '../../../core/model';
import { metricsPlugins } from '../../../policies';
import { NATIVE, OSS, PORTABLE, PORTABLE_39 } from '../support/documents';

describe('metrics', () => {
  const policy: MetricsPolicy = { kind: 'MetricsPolicy', name: 'metrics', title: 'metrics' };
  const standard = {
    ai_metrics: false,
    bandwidth_metrics: false,
    latency_metrics: true,
    per_consumer: false,
    status_code_metrics: true,
    upstream_health_metrics: false,
  };
  const all = { perConsumer: true, status: false, latency: false, bandwidth: true, upstreamHealth: true };
  const inverted = {
    ai_metrics: false,
    bandwidth_metrics: true,
    latency_metrics: false,
    per_consumer: true,
    status_code_metrics: false,
    upstream_health_metrics: true,
  };

  test.each<[Environment, Partial<MetricsPolicy>, object]>([
    [OSS, {}, standard],
    [NATIVE, {}, standard],
    [PORTABLE, all, inverted],
    [PORTABLE_39, all, inverted],
  ])('compile to settings of prometheus (case %#)', (environment, change, config) => {
    expect(metricsPlugins({ policy: { ...policy, ...change }, environment })).toEqual([
      { plugin: 'prometheus', resource: 'typed', config },
    ]);
  });
});
