import type { PluginAttributes } from './attributes';

export const RESPONSE_TRANSFORMER: PluginAttributes = {
  plugin: 'response-transformer',
  always: ['append.headers'],
  omitted: [
    {
      paths: ['add*', 'append.json*', 'remove*', 'rename*', 'replace*'],
      reason: 'they are empty by default, an empty list is not sent, and the plugin is only used for headers',
    },
  ],
};
