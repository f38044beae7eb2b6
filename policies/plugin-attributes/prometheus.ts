import type { PluginAttributes } from './attributes';

export const PROMETHEUS: PluginAttributes = {
  plugin: 'prometheus',
  always: [
    'ai_metrics',
    'bandwidth_metrics',
    'latency_metrics',
    'per_consumer',
    'status_code_metrics',
    'upstream_health_metrics',
  ],
  omitted: [{ paths: ['wasm_metrics'], reason: 'Gatewright does not use WebAssembly, and 3.9 does not support it' }],
};
