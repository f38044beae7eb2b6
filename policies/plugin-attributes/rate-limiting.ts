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
    { paths: ['year'], reason: 'documents do not support a window of a year' },
    { paths: ['header_name', 'path'], reason: "they only apply to values of 'limit_by' other than 'service'" },
    {
      paths: ['redis.cloud_authentication*'],
      reason: 'documents do not support it, and some of the attributes would hold a secret',
    },
  ],
};
