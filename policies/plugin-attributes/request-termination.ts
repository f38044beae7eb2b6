import type { PluginAttributes } from './attributes';

export const REQUEST_TERMINATION: PluginAttributes = {
  plugin: 'request-termination',
  always: ['echo', 'message', 'status_code'],
  omitted: [
    { paths: ['body', 'content_type'], reason: "Kong accepts either 'message' or a custom body" },
    { paths: ['trigger'], reason: 'calls without that header would be allowed' },
  ],
};
