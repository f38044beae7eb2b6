import type { PluginAttributes } from './attributes';

export const RATE_LIMITING: PluginAttributes = {
  plugin: 'rate-limiting',
  always: [
    'day',
    'error_code',
    'error_message',
    'fault_tolerant',
    'hide_client_headers',
    'hour',
    'limit_by',
    'minute',
    'month',
    'policy',
    'second',
    'sync_rate',
  ],
  redis: [
    'redis.database',
    'redis.host',
    'redis.password',
    'redis.port',
    'redis.server_name',
    'redis.ssl',
    'redis.ssl_verify',
    'redis.timeout',
    'redis.username',
  ],
  omitted: [
    { paths: ['year'], reason: 'no document has a window of a year' },
    { paths: ['header_name', 'path'], reason: "they belong to other ways of counting than 'service'" },
    { paths: ['redis.cloud_authentication*'], reason: 'no document has it, and parts of it would hold a secret' },
  ],
};
