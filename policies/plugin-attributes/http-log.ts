import { DEPRECATED, type PluginAttributes, SERVER_DEFAULT } from './attributes';

export const HTTP_LOG: PluginAttributes = {
  plugin: 'http-log',
  always: [
    'content_type',
    'custom_fields_by_lua',
    'headers',
    'http_endpoint',
    'keepalive',
    'method',
    'queue.concurrency_limit',
    'queue.initial_retry_delay',
    'queue.max_batch_size',
    'queue.max_coalescing_delay',
    'queue.max_entries',
    'queue.max_retry_delay',
    'queue.max_retry_time',
    'timeout',
  ],
  only: { 'enterprise-3.15': ['ssl_verify'] },
  omitted: [
    { paths: ['flush_timeout', 'queue_size', 'retry_count'], reason: DEPRECATED },
    { paths: ['queue.max_bytes'], reason: SERVER_DEFAULT },
    { paths: ['client_certificate*'], reason: "the provider's resource type does not have it" },
  ],
};
