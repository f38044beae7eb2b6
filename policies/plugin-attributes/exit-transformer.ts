import type { PluginAttributes } from './attributes';

export const EXIT_TRANSFORMER: PluginAttributes = {
  plugin: 'exit-transformer',
  always: ['functions', 'handle_unexpected', 'handle_unknown'],
  omitted: [],
};
