import { NO_ANONYMOUS, OWN_NETWORK, type PluginAttributes } from './attributes';

export const MTLS_AUTH: PluginAttributes = {
  plugin: 'mtls-auth',
  always: [
    'allow_partial_chain',
    'authenticated_group_by',
    'ca_certificates',
    'cache_ttl',
    'cert_cache_ttl',
    'http_timeout',
    'revocation_check_mode',
    'send_ca_dn',
    'skip_consumer_lookup',
  ],
  only: { 'enterprise-3.15': ['ssl_verify'] },
  omitted: [
    { paths: ['anonymous', 'default_consumer'], reason: NO_ANONYMOUS },
    {
      paths: ['consumer_by', 'san_dirname_matcher'],
      reason: 'the token identifies the caller, so no consumer is looked up',
    },
    { paths: ['http_proxy_*', 'https_proxy_*'], reason: OWN_NETWORK },
  ],
};
