import type { PluginSettings } from '../plugin/plugin';
import { MTLS_AUTH, nativePlugin } from '../plugin-attributes';
import type { Target } from '../target/target';

/**
 * Enterprise's mtls-auth, which requires a certificate that chains to one of the CAs.
 * @param caIds ids of the CA certificates on the gateway
 */
export function mtlsAuth(target: Target, caIds: readonly string[]): PluginSettings {
  return nativePlugin(MTLS_AUTH, target, {
    ca_certificates: caIds,
    skip_consumer_lookup: true,
    // Without effect, because acl checks the consumer's groups; Kong has no value for 'none'.
    authenticated_group_by: 'DN',
    allow_partial_chain: false,
    revocation_check_mode: 'IGNORE_CA_ERROR',
    send_ca_dn: true,
    cache_ttl: 60,
    cert_cache_ttl: 60_000,
    http_timeout: 2000,
    ssl_verify: true,
  });
}
