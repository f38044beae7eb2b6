import type { PluginAttributes } from './attributes';

export const CORRELATION_ID: PluginAttributes = {
  plugin: 'correlation-id',
  always: ['echo_downstream', 'generator', 'header_name'],
  omitted: [],
};
