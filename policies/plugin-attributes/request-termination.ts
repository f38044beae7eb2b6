import type { PluginAttributes } from './attributes';

export const REQUEST_TERMINATION: PluginAttributes = {
  plugin: 'request-termination',
  always: ['echo', 'message', 'status_code'],
  omitted: [
    { paths: ['body', 'content_type'], reason: "Kong takes either 'message' or a body of its own form" },
    { paths: ['trigger'], reason: 'calls without that header would be let through' },
  ],
};
